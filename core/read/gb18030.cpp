#include "core/read/gb18030.hpp"

#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "core/text/utf.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter load_gb18030() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("gb18030", &status));
    if (U_SUCCESS(status)) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return U_FAILURE(status) ? nullptr : std::move(converter);
}

/// A converter of its own for each text, cloned from one that stays open: ICU rebuilds the table from Unicode whenever it
/// loads the data, which takes as long as checking a report.
Converter open_gb18030() {
    static const Converter kept = load_gb18030();
    if (!kept) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_clone(kept.get(), &status));
    return U_FAILURE(status) ? nullptr : std::move(converter);
}

constexpr std::size_t chunk = 4096;

}  // namespace

FromGb18030 from_gb18030(std::string_view bytes, bool strict) {
    FromGb18030 out;
    const Converter converter = open_gb18030();
    if (!converter) {
        out.lost = bytes.size();
        return out;
    }
    out.text.reserve(bytes.size() + bytes.size() / 2);
    Utf16Joiner joiner(out.text);
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<UChar, chunk> buffer;
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        UChar* target = buffer.data();
        ucnv_toUnicode(converter.get(), &target, target + chunk, &source, end, nullptr, true, &status);
        for (const UChar* unit = buffer.data(); unit != target; ++unit) joiner.add(*unit);
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_SUCCESS(status)) break;
        if (status == U_TRUNCATED_CHAR_FOUND) {
            out.cut = true;
            break;
        }
        ++out.lost;
        if (strict) break;
        joiner.lose();
        ucnv_resetToUnicode(converter.get());
    }
    joiner.finish();
    return out;
}

std::string to_gb18030(std::string_view text) {
    std::string out;
    const Converter converter = open_gb18030();
    if (!converter) return out;
    std::array<UChar, chunk> units;
    std::array<char, chunk * 4> bytes;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t count = 0;
        while (at < text.size() && count + 2 <= chunk) {
            const CodePoint c = decode_at(text, at);
            at += c.length;
            if (c.value < 0x10000) {
                units[count++] = static_cast<UChar>(c.value);
            } else {
                units[count++] = static_cast<UChar>(0xD7C0 + (c.value >> 10));
                units[count++] = static_cast<UChar>(0xDC00 + (c.value & 0x3FF));
            }
        }
        UErrorCode status = U_ZERO_ERROR;
        const UChar* source = units.data();
        char* target = bytes.data();
        ucnv_fromUnicode(converter.get(), &target, target + bytes.size(), &source, source + count, nullptr, true,
                         &status);
        out.append(bytes.data(), target);
        ucnv_resetFromUnicode(converter.get());
    }
    return out;
}

}  // namespace nianbao
