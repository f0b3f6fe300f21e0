# The core as an Embind module for a page, a worker and Node: nianbao-core.js with nianbao-core.wasm, factory createNianbao.
#
# WebAssembly without later additions (no SIMD, no bulk memory, no exceptions), so that Chromium 69 runs it. Nothing is evaluated
# from strings (DYNAMIC_EXECUTION=0), so a page needs no 'unsafe-eval' for this module's glue.
add_executable(nianbao-core wasm/bindings.cpp)
target_link_libraries(nianbao-core PRIVATE nianbao_core nianbao_warnings embind)
target_compile_options(nianbao-core PRIVATE -fno-exceptions)
target_link_options(nianbao-core PRIVATE
    -Os -flto --bind --no-entry -fno-exceptions
    -sMODULARIZE=1 -sEXPORT_NAME=createNianbao -sENVIRONMENT=web,worker,node
    -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sSTRICT=0
    -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=1GB -sTOTAL_STACK=2MB
    -sNODEJS_CATCH_EXIT=0 -sNODEJS_CATCH_REJECTION=0 --pre-js ${PROJECT_SOURCE_DIR}/wasm/node.js
    -sMIN_CHROME_VERSION=69 -sMIN_FIREFOX_VERSION=65)
set_target_properties(nianbao-core PROPERTIES LINK_DEPENDS ${PROJECT_SOURCE_DIR}/wasm/node.js)

# The benchmark of locating as a program for Node, with the very same core. Built when asked for by name.
add_executable(bench_locate EXCLUDE_FROM_ALL tests/bench/locate.cpp)
target_link_libraries(bench_locate PRIVATE nianbao_core nianbao_warnings)
target_compile_options(bench_locate PRIVATE -fno-exceptions)
target_link_options(bench_locate PRIVATE -Os -flto -fno-exceptions -sENVIRONMENT=node -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB
    -sTOTAL_STACK=2MB -sEXIT_RUNTIME=1 --pre-js ${PROJECT_SOURCE_DIR}/tests/bench/locate-node.js)
