// The catalogue itself: every rule can be named, read and traced.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "core/check/rule.hpp"
#include "core/text/fold.hpp"

using namespace nianbao;

namespace {

bool has_chinese(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (c.value >= 0x4E00 && c.value <= 0x9FFF) return true;
        at += c.length;
    }
    return false;
}

}  // namespace

TEST_CASE("rule ids are unique, lower case, with hyphens") {
    std::set<std::string_view> ids;
    for (const Rule* rule : catalogue()) {
        INFO(rule->id);
        CHECK(ids.insert(rule->id).second);
        CHECK(rule->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        CHECK(rule_by_id(rule->id) == rule);
    }
    CHECK(rule_by_id("no-such-rule") == nullptr);
}

TEST_CASE("every rule says in both languages what it is, why, and what to do") {
    for (const Rule* rule : catalogue()) {
        INFO(rule->id);
        for (const Text& text : {rule->title, rule->why, rule->todo}) {
            CHECK(has_chinese(text.zh));
            CHECK_FALSE(text.en.empty());
        }
        CHECK_FALSE(rule->message.zh.empty());
        CHECK_FALSE(rule->message.en.empty());
        CHECK(rule->title.zh.size() <= 3 * 30);
        CHECK(rule->why.zh.size() >= 3 * 10);
    }
}

TEST_CASE("both languages of a sentence take the same arguments") {
    for (const Rule* rule : catalogue()) {
        INFO(rule->id);
        for (const char* argument : {"{0}", "{1}", "{2}", "{3}"})
            CHECK((rule->message.zh.find(argument) == std::string_view::npos) == (rule->message.en.find(argument) == std::string_view::npos));
    }
}

TEST_CASE("every error names its clause, unless the file could not be read at all") {
    for (const Rule* rule : catalogue()) {
        if (rule->severity != Severity::error) continue;
        INFO(rule->id);
        const std::set<std::string_view> about_files = {"not-a-report", "file-unreadable", "file-encrypted", "pdf-scanned", "format-unsupported", "input-too-large"};
        CHECK(rule->clause.empty() == (about_files.count(rule->id) == 1));
    }
}

TEST_CASE("the rules the domain lists are all there, with its severities") {
    const std::pair<const char*, Severity> listed[] = {
        {"t3-row-sum", Severity::error}, {"t3-handled-sum", Severity::error}, {"t3-balance", Severity::error}, {"t4-sum", Severity::error},
        {"form-outdated", Severity::error}, {"form-premature", Severity::warning}, {"section-missing", Severity::error},
        {"table-missing", Severity::error}, {"row-missing", Severity::error}, {"cells-unreadable", Severity::error},
        {"not-a-number", Severity::error}, {"count-negative", Severity::error}, {"period-year", Severity::error}, {"carry-over", Severity::error},
        {"in-force-carry", Severity::warning}, {"cell-blank", Severity::warning}, {"leading-zero", Severity::warning},
        {"count-fraction", Severity::warning}, {"header-altered", Severity::warning}, {"label-altered", Severity::warning},
        {"items-as-decisions", Severity::warning}, {"rules-without-power", Severity::warning}, {"in-force-too-small", Severity::warning},
        {"disclosed-total-too-small", Severity::warning}, {"fee-statement-missing", Severity::warning},
        {"applications-not-described", Severity::warning}, {"period-incomplete", Severity::warning}, {"notice-misquoted", Severity::warning},
        {"section-empty", Severity::warning}, {"template-residue", Severity::warning}, {"text-table-mismatch", Severity::warning}, {"stale-year", Severity::warning}, {"unit-in-cell", Severity::note},
        {"title-missing", Severity::note}, {"section-title-altered", Severity::note}, {"section-number-missing", Severity::note},
        {"period-missing", Severity::note}, {"field-residue", Severity::note}};
    for (const auto& [id, severity] : listed) {
        INFO(id);
        REQUIRE(rule_by_id(id) != nullptr);
        CHECK(rule_by_id(id)->severity == severity);
    }
}
