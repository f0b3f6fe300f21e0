// Inputs made to hurt a reader, of any size.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao::testing {

struct Hostile {
    const char* name;
    bool html;  ///< meant for the HTML reader
    std::string (*make)(std::size_t size);  ///< about this many bytes
};

const std::vector<Hostile>& hostile_inputs();

}  // namespace nianbao::testing
