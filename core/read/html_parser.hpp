// gumbo's tree of a page, from the tokens of html_tokens. gumbo's tokenizer is not part of the program.
#pragma once

#include <gumbo/gumbo.h>

#include <memory>

#include "core/read/html_memory.hpp"
#include "core/read/html_tokens.hpp"

namespace nianbao {

/// A page's tree and the memory it lives in.
class ParsedHtml {
public:
    /// The page as browsers build it. Elements nested deeper than `depth` end it early (its status says so).
    ParsedHtml(HtmlTokens& tokens, unsigned int depth);
    ~ParsedHtml();
    ParsedHtml(const ParsedHtml&) = delete;
    ParsedHtml& operator=(const ParsedHtml&) = delete;

    const GumboNode* root() const { return output_->root; }
    bool complete() const { return output_->status == GUMBO_STATUS_OK; }

private:
    HtmlMemory memory_;
    GumboOutput* output_;
};

}  // namespace nianbao
