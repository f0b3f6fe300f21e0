# ICU (NFKC, GB18030), gumbo, pugixml, zlib with minizip, nlohmann/json: the versions of core/third_party/pins.txt, built once into a
# cache outside the tree by core/third_party/build.sh. The same sources make the command line and the page.
if(EMSCRIPTEN)
    set(variant wasm)
elseif(NIANBAO_FUZZ)
    set(variant fuzz)
else()
    set(variant native)
endif()
set(NIANBAO_THIRD_PARTY "" CACHE PATH "Folder with include/ and lib/; empty: core/third_party/build.sh makes one")
set(third_party ${NIANBAO_THIRD_PARTY})
if(NOT third_party)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -E env CXX=${CMAKE_CXX_COMPILER} CC=${CMAKE_C_COMPILER}
                ${PROJECT_SOURCE_DIR}/core/third_party/build.sh ${variant}
        OUTPUT_VARIABLE third_party OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "The third-party libraries could not be built (see above). ./build-wasm.sh installs what they need.")
    endif()
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    core/third_party/pins.txt core/third_party/build.sh core/third_party/fetch.sh core/third_party/gb18030_ucm.mjs core/third_party/CMakeLists.txt)

add_library(nianbao_third_party INTERFACE)
target_include_directories(nianbao_third_party SYSTEM INTERFACE ${third_party}/include)
target_compile_definitions(nianbao_third_party INTERFACE
    U_STATIC_IMPLEMENTATION U_CHARSET_IS_UTF8=1 UCONFIG_NO_BREAK_ITERATION=1 UCONFIG_NO_FORMATTING=1
    PUGIXML_NO_EXCEPTIONS PUGIXML_NO_XPATH JSON_NOEXCEPTION)
target_link_libraries(nianbao_third_party INTERFACE
    ${third_party}/lib/libgumbo.a ${third_party}/lib/libpugixml.a ${third_party}/lib/libminizip.a ${third_party}/lib/libicu.a)
