#include "core/read/formats.hpp"
namespace nianbao {
bool is_html(std::string_view) { return false; }
void read_html(std::string_view bytes, const Options& options, Document& document) { read_text(bytes, options, document); }
}
