# How every file of the module is compiled. The prefix maps keep the builder's paths out of it: same commit, same bytes.
# Small functions must be inlined: em++ turns that off for -Os unless it is told not to, which made the module five times slower.
add_compile_options(-Os -sINLINING_LIMIT=0 -flto -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${third_party}=third_party)

# The search for wrong cells counts bits all the time, and its worst case is waited for.
set_source_files_properties(core/check/locate/search.cpp core/check/locate/search_bounds.cpp core/check/locate/balance.cpp core/check/locate/model.cpp
    core/check/locate/plausibility.cpp PROPERTIES COMPILE_OPTIONS -O3)

# Small before fast: files that only a Word, Excel or PDF file needs, sentences, and rules that look at each cell once. What looks at
# every character (text, match, lines, prose) is not among them.
file(GLOB_RECURSE cold_sources CONFIGURE_DEPENDS core/read/office/*.cpp core/read/run/*.cpp core/write/*.cpp core/forms/*.cpp core/check/*_rules.cpp)
set_source_files_properties(${cold_sources} core/read/runs.cpp core/read/gb18030.cpp core/read/edit.cpp core/check/body.cpp
    core/check/catalogue.cpp core/check/finding_builder.cpp core/check/naming.cpp core/check/report_kind.cpp core/check/prose/amount.cpp
    core/check/prose/copied.cpp core/check/prose/judgement.cpp core/check/prose/stale_year.cpp core/check/prose/text_table.cpp
    core/check/locate/sentences.cpp core/check/locate/weights.cpp PROPERTIES COMPILE_OPTIONS -Oz)
set_source_files_properties(core/write/json.cpp core/write/utf16.cpp PROPERTIES COMPILE_OPTIONS "")
