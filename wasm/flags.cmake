# How every file of the module is compiled. The prefix maps keep the builder's paths out of it: same commit, same bytes.
add_compile_options(-Os -flto -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${third_party}=third_party)

# The search for wrong cells counts bits all the time: five times slower with -Os, and small either way.
set_source_files_properties(core/check/locate/search.cpp core/check/locate/balance.cpp core/check/locate/model.cpp
    core/check/locate/plausibility.cpp PROPERTIES COMPILE_OPTIONS -O3)
