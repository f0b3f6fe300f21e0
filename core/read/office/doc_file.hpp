// The inside of a binary Word file of Word 97 and later ([MS-DOC]): its characters, and the properties of each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/read/office/numbering.hpp"
#include "core/read/office/ole.hpp"

namespace nianbao {

/// Calls visit(opcode, operand bytes) for each property modifier (sprm) of a list; stops at a damaged one.
template <typename Visit>
void each_property(std::string_view list, Visit visit);

/// One list (LFO) of the document with its levels.
struct DocList {
    std::uint32_t definition = 0;
    std::array<NumberLevel, number_levels> levels;
    std::array<int, number_levels> restart_at;  ///< -1 for none
};

struct DocStyle {
    int based_on = -1;
    int list = -1, level = -1;
};

enum class DocState : std::uint8_t { good, damaged, encrypted, unsupported, too_large };

class DocFile {
public:
    /// Reads the streams of `file`. Everything below is empty unless the result is good.
    DocState load(const OleFile& file);

    std::uint32_t main_length() const { return main_length_; }
    std::uint32_t boxes_begin() const { return boxes_begin_; }  ///< text boxes are kept after the main text
    std::uint32_t boxes_end() const { return boxes_end_; }

    /// The UTF-16 unit at a character position; 0 where no piece holds it.
    char16_t unit(std::uint32_t position) const;
    /// Property lists that apply to the character, or to the paragraph it ends. The style's index goes to `style`.
    std::string_view character_properties(std::uint32_t position) const;
    std::string_view paragraph_properties(std::uint32_t position, int& style) const;
    /// A property list kept in the data stream (sprmPHugePapx).
    std::string_view huge_properties(std::uint32_t offset) const;

    const DocList* list(int index) const;  ///< one-based, as paragraphs name it
    DocStyle style(int index) const;

private:
    struct Piece {
        std::uint32_t begin = 0, end = 0, offset = 0;
        bool narrow = false;
    };
    struct Stretch {
        std::uint32_t begin = 0, end = 0;
        std::string_view properties;
        int style = 0;
    };

    bool load_pieces(std::string_view table_part);
    void load_stretches(std::string_view bin_table, bool paragraphs, std::vector<Stretch>& out);
    void load_styles(std::string_view sheet);
    void load_lists(std::string_view definitions, std::string_view overrides);
    const Piece* piece_at(std::uint32_t position) const;
    const Stretch* stretch_at(const std::vector<Stretch>& stretches, std::uint32_t position) const;
    std::string_view table_part(std::size_t index) const;

    std::string main_, table_, data_;
    std::vector<Piece> pieces_;
    std::vector<Stretch> characters_, paragraphs_;
    std::vector<DocStyle> styles_;
    std::vector<DocList> lists_;
    std::uint32_t main_length_ = 0, boxes_begin_ = 0, boxes_end_ = 0;
};

template <typename Visit>
void each_property(std::string_view list, Visit visit) {
    while (list.size() >= 3) {
        const std::uint16_t code = u16_at(list, 0);
        std::size_t head = 2, size = 0;
        switch (code >> 13) {
            case 0: case 1: size = 1; break;
            case 2: case 4: case 5: size = 2; break;
            case 3: size = 4; break;
            case 7: size = 3; break;
            default:
                if (code == 0xD608) {  // sprmTDefTable counts its operand in two bytes, and one too many
                    head = 4;
                    size = u16_at(list, 2) ? u16_at(list, 2) - 1u : 0u;
                } else if (code == 0xC615 && u8_at(list, 2) == 255) {  // sprmPChgTabs beyond one byte
                    const std::size_t removed = u8_at(list, 3), added_at = 4 + 4 * removed;
                    head = 3;
                    size = 1 + 4 * removed + 1 + 3 * std::size_t{u8_at(list, added_at)};
                } else {
                    head = 3;
                    size = u8_at(list, 2);
                }
        }
        if (head + size > list.size()) return;
        visit(code, list.substr(head, size));
        list.remove_prefix(head + size);
    }
}

}  // namespace nianbao
