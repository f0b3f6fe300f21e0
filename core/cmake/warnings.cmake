# Warnings and sanitizers for code of this repository; third-party headers are SYSTEM and stay out of it.
add_library(nianbao_warnings INTERFACE)
target_compile_options(nianbao_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 17)
    # C++20 lets an aggregate leave trailing members to their initialisers; these clangs call that missing.
    target_compile_options(nianbao_warnings INTERFACE -Wno-missing-field-initializers)
endif()
if(NIANBAO_WERROR)
    target_compile_options(nianbao_warnings INTERFACE -Werror)
endif()
if(NIANBAO_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
