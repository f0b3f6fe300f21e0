// A binary Word file written by hand for the tests: one-byte text, and a property list for each stretch of it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::testing {

/// A compound file of these streams; each is filled up to 4,096 bytes, so that none is kept among the small ones.
std::string compound_file(std::vector<std::pair<std::string, std::string>> streams);

/// `texts` are stretches that end in a paragraph or cell mark; `lists` their property lists (without the style), at most 120
/// bytes each and of odd length. `data` is the stream that sprmPHugePapx points into.
std::string doc_file(const std::vector<std::string>& texts, const std::vector<std::string>& lists, const std::string& data);

}  // namespace nianbao::testing
