# PDF on the command line is optional: with poppler's C++ library (libpoppler-cpp-dev) NIANBAO_POPPLER is defined.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
    pkg_check_modules(poppler QUIET IMPORTED_TARGET poppler-cpp)
endif()
if(TARGET PkgConfig::poppler)
    target_link_libraries(nianbao PRIVATE PkgConfig::poppler)
    target_compile_definitions(nianbao PRIVATE NIANBAO_POPPLER)
endif()
