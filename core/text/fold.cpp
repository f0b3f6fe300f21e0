#include "core/text/fold.hpp"

#include <array>
#include <initializer_list>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/text/utf.hpp"

namespace nianbao {

namespace {

constexpr std::u16string_view variant_pairs =
#include "core/text/variants.inc"
    ;

/// For each block of 64 characters of the basic plane, which of them have a pair and the rank of the block's first one.
struct VariantIndex {
    static constexpr std::size_t first_block = 0x2E80 / 64, blocks = 0x10000 / 64 - first_block;
    std::array<std::uint64_t, blocks> has{};
    std::array<std::uint16_t, blocks> rank{};
};

constexpr VariantIndex make_variant_index() {
    VariantIndex index;
    for (std::size_t i = 0; i < variant_pairs.size() / 2; ++i) {
        const std::size_t block = variant_pairs[2 * i] / 64 - VariantIndex::first_block;
        if (index.has[block] == 0) index.rank[block] = static_cast<std::uint16_t>(i);
        index.has[block] |= std::uint64_t{1} << (variant_pairs[2 * i] % 64);
    }
    return index;
}
constexpr VariantIndex variant_index = make_variant_index();

char32_t simplify(char32_t c) {
    if (c < 0x2E80 || c > 0xFFFF) return c;
    const std::size_t block = c / 64 - VariantIndex::first_block;
    const std::uint64_t has = variant_index.has[block], bit = std::uint64_t{1} << (c % 64);
    if ((has & bit) == 0) return c;
    const auto before = static_cast<std::size_t>(__builtin_popcountll(has & (bit - 1)));
    return variant_pairs[2 * (variant_index.rank[block] + before) + 1];
}

/// Letters, digits and ideographs; everything else (space, punctuation, symbols, marks, private use) is dropped.
bool is_kept(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
    if (c < 0x2000) return c < 0x2B0 || c > 0x36F;                   // letters; not modifiers and combining marks
    if (c < 0x2E80) return false;                                    // punctuation, symbols, boxes
    if (c <= 0x303F) return c < 0x2FE0 || c == 0x3005 || c == 0x3007;  // radicals, 々, 〇
    if (c >= 0xD800 && c <= 0xF8FF) return false;                    // surrogates, private use
    if (c >= 0xFE00 && c <= 0xFFFF) return false;                    // selectors, forms, U+FEFF, U+FFFD
    return c < 0xE0000;
}

/// What an ASCII character folds to; 0 = nothing.
char folded_ascii(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c + ('a' - 'A'));
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ? c : '\0';
}

void append_folded(std::string& out, char32_t c) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    c = simplify(c);
    if (is_kept(c)) append_utf8(out, c);
}

const icu::Normalizer2* nfkc() {
    static const icu::Normalizer2* const instance = [] {
        UErrorCode error = U_ZERO_ERROR;
        const icu::Normalizer2* found = icu::Normalizer2::getNFKCInstance(error);
        return U_SUCCESS(error) ? found : nullptr;
    }();
    return instance;
}

/// Characters that are their own compatibility decomposition, or whose decomposition is dropped as they are: ASCII,
/// ideographs, dashes, quotes and ellipses, ideographic punctuation.
bool folds_alone(char32_t c) {
    return c < 0x80 || (c >= 0x3400 && c < 0xA000) || (c >= 0x2010 && c < 0x2028) || (c > 0x3000 && c < 0x3036);
}

}  // namespace

// Characters are folded one by one: composition does not occur in labels.
void fold_character(char32_t c, std::string& out) {
    if (folds_alone(c)) return append_folded(out, c);
    if (c >= 0xFF01 && c <= 0xFF5E) return append_folded(out, c - 0xFEE0);  // full width
    if (is_space(c)) return;
    icu::UnicodeString decomposed;
    if (!nfkc() || !nfkc()->getDecomposition(static_cast<UChar32>(c), decomposed)) return append_folded(out, c);
    for (std::int32_t i = 0; i < decomposed.length();) {
        const UChar32 part = decomposed.char32At(i);
        append_folded(out, static_cast<char32_t>(part));
        i += part > 0xFFFF ? 2 : 1;
    }
}

namespace {

/// Where the text goes on after "<br>" and "<br/>" at `at`, as converters to markdown leave them in cells.
std::size_t after_break_tags(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] != '<') return at;
    std::size_t before = text.npos;
    while (before != at && at < text.size() && text[at] == '<') {
        before = at;
        for (const std::string_view tag : {"<br>", "<br/>", "<br />", "<BR>", "<BR/>", "<BR />"})
            if (text.substr(at, tag.size()) == tag) at += tag.size();
    }
    return at;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Length of the white space character that ends at `end`, or 0.
std::size_t space_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    do {
        --begin;
    } while (begin > 0 && end - begin < 4 && is_continuation(text[begin]));
    const CodePoint c = decode_at(text, begin);
    return begin + c.length == end && is_space(c.value) ? c.length : 0;
}

}  // namespace

std::size_t unchanged_at(std::string_view text, std::size_t at) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t begin = at;
    for (; at + 2 < text.size(); at += 3) {
        const unsigned lead = bytes[at] - 0xE4u, second = bytes[at + 1] ^ 0x80u, third = bytes[at + 2] ^ 0x80u;
        if (lead > 5 || second > 0x3F || third > 0x3F) break;
        const std::size_t block = (0x4000 + (lead << 12) + (second << 6)) / 64;  // E4 begins U+4000
        if (block < 0x4E00 / 64 || ((variant_index.has[block - VariantIndex::first_block] >> third) & 1) != 0) break;
    }
    return at - begin;
}

CodePoint decode_beyond_ascii(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (at >= text.size()) return {0xFFFD, 1};
    const unsigned char lead = byte(at);
    if ((lead & 0xF0) == 0xE0 && at + 2 < text.size() && is_continuation(text[at + 1]) && is_continuation(text[at + 2]))
        return {(lead & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu), 3};
    const std::uint32_t length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
    if (length == 0 || at + length > text.size()) return {0xFFFD, 1};
    char32_t value = length == 4 ? lead & 0x07u : lead & 0x1Fu;
    for (std::uint32_t i = 1; i < length; ++i) {
        if (!is_continuation(text[at + i])) return {0xFFFD, 1};
        value = (value << 6) | (byte(at + i) & 0x3Fu);
    }
    return {value, length};
}

void fold_onto(std::string& out, std::string_view text, std::size_t enough) {
    const std::size_t most = enough > out.max_size() - out.size() ? out.max_size() : out.size() + enough;
    for (std::size_t at = 0; at < text.size() && out.size() < most;) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80 && byte != '<') {
            if (const char kept = folded_ascii(text[at])) out += kept;
            ++at;
            continue;
        }
        if (const std::size_t same = unchanged_at(text, at); same > 0) {
            out.append(text, at, same);
            at += same;
            continue;
        }
        at = after_break_tags(text, at);
        if (at == text.size()) break;
        const CodePoint c = decode_at(text, at);
        fold_character(c.value, out);
        at += c.length;
    }
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    fold_onto(out, text);
    return out;
}

namespace {

/// Appends where each of so many unchanged bytes stands: at its character's begin.
void append_origins(std::vector<std::uint32_t>& origins, std::size_t at, std::size_t bytes) {
    const std::size_t first = origins.size();
    origins.resize(first + bytes);
    for (std::size_t i = 0; i < bytes; ++i) origins[first + i] = static_cast<std::uint32_t>(at + i - i % 3);
}

}  // namespace

Folded fold_with_origin(std::string_view text) {
    Folded folded;
    folded.text.reserve(text.size());
    folded.origin.reserve(text.size() + 1);
    std::uint32_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t same = unchanged_at(text, at); same > 0) {
            folded.text.append(text, at, same);
            append_origins(folded.origin, at, same);
            end = static_cast<std::uint32_t>(at += same);
            continue;
        }
        at = after_break_tags(text, at);
        if (at == text.size()) break;
        const CodePoint c = decode_at(text, at);
        fold_character(c.value, folded.text);
        if (folded.text.size() > folded.origin.size()) {
            folded.origin.resize(folded.text.size(), static_cast<std::uint32_t>(at));
            end = static_cast<std::uint32_t>(at) + c.length;
        }
        at += c.length;
    }
    folded.origin.push_back(end);
    return folded;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = decode_at(text, 0);
        if (!is_space(c.value)) break;
        text.remove_prefix(c.length);
    }
    while (!text.empty()) {
        const std::size_t length = space_before(text, text.size());
        if (length == 0) break;
        text.remove_suffix(length);
    }
    return text;
}

}  // namespace nianbao
