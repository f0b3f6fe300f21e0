# How every file of the module is compiled. The prefix maps keep the builder's paths out of it: same commit, same bytes.
add_compile_options(-Os -flto -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${third_party}=third_party)
