#include "core/read/html_parser.hpp"

#include <gumbo/parser.h>
#include <gumbo/tokenizer.h>

#include <utility>

namespace nianbao {

ParsedHtml::ParsedHtml(HtmlTokens& tokens, unsigned int depth) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.max_tree_depth = depth;
    const HtmlMemory::Use use(memory_);
    output_ = gumbo_parse_with_options(&options, reinterpret_cast<const char*>(&tokens), 0);  // handed on to the functions below as it is
}

ParsedHtml::~ParsedHtml() {
    if (!HtmlMemory::frees_at_once) gumbo_destroy_output(output_);
}

namespace {

HtmlTokens& tokens_of(GumboInternalParser* parser) { return *reinterpret_cast<HtmlTokens*>(parser->_tokenizer_state); }

}  // namespace

}  // namespace nianbao

// What gumbo calls its tokenizer.
extern "C" {

void gumbo_tokenizer_state_init(GumboInternalParser* parser, const char* text, std::size_t) {
    parser->_tokenizer_state = reinterpret_cast<GumboInternalTokenizerState*>(const_cast<char*>(text));
}

void gumbo_tokenizer_state_destroy(GumboInternalParser*) {}

void gumbo_tokenizer_set_state(GumboInternalParser* parser, GumboTokenizerEnum state) { nianbao::tokens_of(parser).expect(state); }

void gumbo_tokenizer_set_is_adjusted_current_node_foreign(GumboInternalParser* parser, bool is_foreign) {
    nianbao::tokens_of(parser).set_foreign(is_foreign);
}

void gumbo_lex(GumboInternalParser* parser, GumboToken* output) { nianbao::tokens_of(parser).next(*output); }

void gumbo_free(void* memory);
void gumbo_destroy_attribute(GumboAttribute* attribute);

/// Called more than once for some tokens: what is freed is forgotten, but for attributes and types, which gumbo itself looks after.
void gumbo_token_destroy(GumboToken* token) {
    if (token->type == GUMBO_TOKEN_DOCTYPE) {
        gumbo_free(const_cast<char*>(token->v.doc_type.name));
        gumbo_free(const_cast<char*>(token->v.doc_type.public_identifier));
        gumbo_free(const_cast<char*>(token->v.doc_type.system_identifier));
    } else if (token->type == GUMBO_TOKEN_START_TAG) {
        GumboTokenStartTag& tag = token->v.start_tag;
        for (unsigned int i = 0; i < tag.attributes.length; ++i)
            if (tag.attributes.data[i]) gumbo_destroy_attribute(static_cast<GumboAttribute*>(tag.attributes.data[i]));  // one may have moved to another tag
        gumbo_free(tag.attributes.data);
        if (tag.tag == GUMBO_TAG_UNKNOWN) gumbo_free(std::exchange(tag.name, nullptr));
    } else if (token->type == GUMBO_TOKEN_END_TAG && token->v.end_tag.tag == GUMBO_TAG_UNKNOWN) {
        gumbo_free(std::exchange(token->v.end_tag.name, nullptr));
    }
}

}
