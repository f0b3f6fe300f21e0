# One executable a folder of tests (Catch2 2.13), and one executable a benchmark. A missing folder is no error.
find_path(CATCH_INCLUDE catch2/catch.hpp)
if(NOT CATCH_INCLUDE)
    message(STATUS "Catch2 (catch2/catch.hpp) is not installed: no tests. tests/run.sh installs it.")
    return()
endif()
set(NIANBAO_REPORTS "${PROJECT_SOURCE_DIR}/../shared/reports" CACHE PATH "Real reports; tests that use them skip where it is absent")

add_library(catch_main OBJECT tests/main.cpp)
target_include_directories(catch_main SYSTEM PUBLIC ${CATCH_INCLUDE})

# Random filled forms, the layouts they travel in, what damages them.
file(GLOB_RECURSE support_sources CONFIGURE_DEPENDS tests/support/*.cpp)
add_library(test_support STATIC EXCLUDE_FROM_ALL ${support_sources})
target_link_libraries(test_support PUBLIC nianbao_core PRIVATE nianbao_warnings)

function(nianbao_test folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS tests/${folder}/*.cpp)
    if(NOT sources)
        return()
    endif()
    set(target test_${folder})
    add_executable(${target} ${sources} $<TARGET_OBJECTS:catch_main>)
    target_include_directories(${target} SYSTEM PRIVATE ${CATCH_INCLUDE})
    target_link_libraries(${target} PRIVATE test_support nianbao_core nianbao_warnings ${ARGN})
    target_compile_definitions(${target} PRIVATE
        NIANBAO_SOURCE_DIR="${PROJECT_SOURCE_DIR}" NIANBAO_REPORTS_DEFAULT="${NIANBAO_REPORTS}")
    add_test(NAME ${folder} COMMAND ${target} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${folder} PROPERTIES TIMEOUT 1800)
endfunction()

foreach(folder unit rules reports properties hostile)
    nianbao_test(${folder})
endforeach()

# Office files, also as other programs make them; PDF through the command line's adapter.
nianbao_test(formats)
if(TARGET test_formats)
    target_sources(test_formats PRIVATE ${PROJECT_SOURCE_DIR}/core/cli/pdf.cpp ${PROJECT_SOURCE_DIR}/core/cli/rulings.cpp)
    if(TARGET PkgConfig::poppler)
        target_link_libraries(test_formats PRIVATE PkgConfig::poppler)
        target_compile_definitions(test_formats PRIVATE NIANBAO_POPPLER)
    endif()
endif()

# An independent solver judges the located cells: GLPK, for the tests alone.
find_library(GLPK_LIBRARY glpk)
find_path(GLPK_INCLUDE glpk.h)
if(GLPK_LIBRARY AND GLPK_INCLUDE)
    nianbao_test(locate ${GLPK_LIBRARY})
elseif(EXISTS ${PROJECT_SOURCE_DIR}/tests/locate)
    message(STATUS "GLPK is not installed: tests/locate is left out. tests/run.sh installs it.")
endif()

file(GLOB bench_sources CONFIGURE_DEPENDS tests/bench/*.cpp)
foreach(source ${bench_sources})
    get_filename_component(name ${source} NAME_WE)
    add_executable(bench_${name} EXCLUDE_FROM_ALL ${source})
    target_link_libraries(bench_${name} PRIVATE test_support nianbao_core)
    if(name STREQUAL "check")
        target_link_libraries(bench_${name} PRIVATE benchmark)
    endif()
    if(GLPK_LIBRARY AND GLPK_INCLUDE AND name MATCHES "locate")
        target_link_libraries(bench_${name} PRIVATE ${GLPK_LIBRARY})
    endif()
endforeach()

# Reports for the comparison of the module with the command line.
add_executable(generate_reports EXCLUDE_FROM_ALL tests/wasm/generate.cpp)
target_link_libraries(generate_reports PRIVATE test_support nianbao_core nianbao_warnings)
