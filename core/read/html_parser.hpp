// gumbo, with a small table of the named characters in place of its own.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>

namespace nianbao {

struct DestroyGumboOutput {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(output); }
};
using ParsedHtml = std::unique_ptr<GumboOutput, DestroyGumboOutput>;

/// The page as browsers parse it; `html` must outlive it. Elements nested deeper than `depth` end it early (its status says so).
ParsedHtml parse_html(std::string_view html, unsigned int depth);

}  // namespace nianbao
