# How every file of the module is compiled. The prefix maps keep the builder's paths out of it: same commit, same bytes.
# Small functions must be inlined: em++ turns that off for -Os unless it is told not to, which made the module five times slower.
add_compile_options(-Os -sINLINING_LIMIT=0 -flto -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${third_party}=third_party)

# The search for wrong cells counts bits all the time, and its worst case is waited for.
set_source_files_properties(core/check/locate/search.cpp core/check/locate/search_bounds.cpp core/check/locate/balance.cpp core/check/locate/model.cpp
    core/check/locate/plausibility.cpp PROPERTIES COMPILE_OPTIONS -O3)

# Files that only a Word, Excel or PDF file needs, and sentences: small before fast.
file(GLOB_RECURSE cold_sources CONFIGURE_DEPENDS core/read/office/*.cpp core/read/run/*.cpp core/write/catalogue*.cpp core/write/terminal.cpp)
set_source_files_properties(${cold_sources} core/read/runs.cpp core/write/sample.cpp core/check/naming.cpp
    core/check/locate/sentences.cpp core/check/locate/weights.cpp PROPERTIES COMPILE_OPTIONS -Oz)
