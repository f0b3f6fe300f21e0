#include "core/read/runs.hpp"

#include "core/read/office/office.hpp"

namespace nianbao {

void read_run_pages(const RunPages& pages, Document& document) {
    if (!pages.problem.empty()) observe(document, "file-unreadable");
}

}  // namespace nianbao
