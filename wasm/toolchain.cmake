# Emscripten as Debian packages it. Debian keeps the JavaScript optimiser's modules in /usr/share/nodejs: NODE_PATH must name it.
find_program(NIANBAO_EMXX em++ REQUIRED)
file(REAL_PATH "${NIANBAO_EMXX}" _emxx)
get_filename_component(_emscripten "${_emxx}" DIRECTORY)
include("${_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
