#include "core/nianbao.hpp"

#include "core/check/check.hpp"
#include "core/check/locate.hpp"
#include "core/check/readings.hpp"
#include "core/match/match.hpp"
#include "core/read/edit.hpp"
#include "core/read/read.hpp"

namespace nianbao {

Result check(std::string_view bytes, const Options& options, const std::optional<Previous>& previous) {
    Result result;
    result.document = read(bytes, options);
    apply_edits(options.edits, result.document);
    result.report = match(result.document);

    Document last_document;
    Report last_report;
    Case c{result.document, result.report};
    Readings readings;
    c.readings = &readings;
    if (previous) {
        last_document = read(previous->bytes, previous->options);
        last_report = match(last_document);
        c.previous_document = &last_document;
        c.previous = &last_report;
    }

    result.findings = findings_of(c);
    result.checks = count_checks(c);
    result.verdict = verdict_of(c, result.findings);
    Localisation localisation = locate(c);
    result.repairs = std::move(localisation.repairs);
    result.repair_note = std::move(localisation.note);
    return result;
}

std::string_view version() { return NIANBAO_VERSION; }

}  // namespace nianbao
