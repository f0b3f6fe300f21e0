#include "tests/rules/prose_support.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

namespace nianbao::testing {

namespace {

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, by);) parts.push_back(trimmed(part));
    return parts;
}

void set(Report& report, const std::string& id, const std::string& text) {
    const int cell = cell_index(*report.form, id);
    INFO(id);
    REQUIRE(cell >= 0);
    CellValue& value = report.cells[static_cast<std::size_t>(cell)];
    if (text == "-") {
        value.reading = Reading::blank;
    } else if (text == "?") {
        value.reading = Reading::unreadable;
    } else {
        value.reading = Reading::number;
        value.value = Decimal::of(std::stoll(text));
    }
}

void set_assignment(Report& report, const std::string& key, const std::string& value) {
    if (key == "review" || key == "direct" || key == "after_review") return set(report, "t4." + key + ".total", value);
    if (cell_index(*report.form, "t2." + key) >= 0) return set(report, "t2." + key, value);
    if (key.find('.') != std::string::npos) return set(report, "t3." + key, value);
    set(report, "t3." + key + ".natural", value);
    set(report, "t3." + key + ".total", value);
}

}  // namespace

std::vector<ProseCase> read_prose_cases(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file.good());
    std::vector<ProseCase> cases;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.empty() || line[0] == '#') continue;
        const std::vector<std::string> fields = split(line, '|');
        INFO(number << ": " << line);
        REQUIRE(fields.size() >= 4);
        ProseCase c;
        c.line = number;
        c.fires = fields[0] == "fire";
        REQUIRE((c.fires || fields[0] == "silent"));
        c.year = std::stoi(fields[1]);
        c.tables = fields[2];
        c.sentence = fields[3];
        for (std::size_t at = c.sentence.find("\\n"); at != std::string::npos; at = c.sentence.find("\\n"))
            c.sentence.replace(at, 2, "\n");
        if (fields.size() > 4) c.expected = split(fields[4], ',');
        cases.push_back(c);
    }
    return cases;
}

Made make_prose(const std::string& text, int year, const std::string& tables) {
    Made made;
    std::string form = year >= 2021 ? "2021" : "2019";
    int section = 1;
    made.report.organization = "青禾县水务局";
    std::vector<std::pair<std::string, std::string>> assignments;
    for (const std::string& word : split(tables, ' ')) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos) continue;
        const std::string key = word.substr(0, equals), value = word.substr(equals + 1);
        if (key == "org")
            made.report.organization = value;
        else if (key == "form")
            form = value;
        else if (key == "section")
            section = std::stoi(value);
        else
            assignments.emplace_back(key, value);
    }
    made.report.form = form_by_id(form);
    made.report.year = year;
    made.report.cells.resize(cells_of(*made.report.form).size());
    for (CellValue& cell : made.report.cells) cell.reading = Reading::number;
    for (const auto& [key, value] : assignments) set_assignment(made.report, key, value);

    made.document.text = text + "\n0";  // a table's figure, where every cell stands
    const auto end = static_cast<std::uint32_t>(text.size());
    for (CellValue& cell : made.report.cells) cell.span = {end + 1, end + 2};
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t stop = std::min(text.find('\n', begin), text.size());
        if (stop > begin) made.report.prose.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)});
        begin = stop + 1;
    }
    made.report.table(Table::three).found = true;
    if (section > 0) made.report.sections.push_back({section, {}, {0, end}, true, false});
    return made;
}

}  // namespace nianbao::testing
