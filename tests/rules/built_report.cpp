#include "tests/rules/built_report.hpp"

#include "core/check/rule.hpp"
#include "core/text/fold.hpp"
#include "core/text/number.hpp"

namespace nianbao::testing {
namespace {

constexpr const char* numerals[] = {"一、", "二、", "三、", "四、", "五、", "六、"};

class Builder {
public:
    explicit Builder(const Draft& draft) : draft_(draft) {}

    BuiltReport build() {
        if (draft_.raw) {
            for (std::size_t at = 0; at <= draft_.raw->size();) {
                const std::size_t end = std::min(draft_.raw->find('\n', at), draft_.raw->size());
                paragraph(draft_.raw->substr(at, end - at));
                at = end + 1;
            }
        } else {
            head();
            for (const int number : draft_.order) section(number);
        }
        observations();
        return std::move(built_);
    }

private:
    std::string& text() { return built_.document.text; }
    Report& report() { return built_.report; }

    Span write(const std::string& piece) {
        const auto begin = static_cast<std::uint32_t>(text().size());
        text() += piece;
        return {begin, static_cast<std::uint32_t>(text().size())};
    }

    Span paragraph(const std::string& piece) {
        const Span span = write(piece);
        text() += '\n';
        if (!span.empty()) {
            report().prose.push_back(span);
            built_.document.blocks.push_back({span});
        }
        return span;
    }

    void head() {
        report().form = draft_.form;
        report().year = draft_.year;
        report().organization = draft_.organization;
        report().cells.resize(cells_of(*draft_.form).size());
        if (!draft_.title.empty()) report().title = paragraph(draft_.title);
        if (!draft_.preamble.empty()) paragraph(draft_.preamble);
        if (!draft_.introduced.empty()) {
            const Span opening = paragraph("现公布" + draft_.introduced + "年度政府信息公开工作年度报告。");
            const std::uint32_t begin = opening.begin + static_cast<std::uint32_t>(std::string_view("现公布").size());
            report().introduction = Introduction{draft_.introduced, {begin, begin + static_cast<std::uint32_t>(draft_.introduced.size())}};
        }
        if (draft_.period) report().period = Period{draft_.period->first, draft_.period->second, paragraph("本报告所列数据有统计期限。")};
    }

    void section(int number) {
        const SectionDraft& draft = draft_.sections[static_cast<std::size_t>(number - 1)];
        if (!draft.missing) {
            write(draft.number);
            Section section{number, write(draft.title), {}, !draft.number.empty(), draft.altered};
            report().prose.push_back(section.title);
            text() += '\n';
            section.content = paragraph(draft.text);
            report().sections.push_back(section);
        }
        if (number >= 2 && number <= 4) table(static_cast<Table>(number));
    }

    void table(Table table) {
        if (draft_.missing_tables[static_cast<std::size_t>(static_cast<int>(table) - 2)]) return;
        TableMatch& match = report().table(table);
        match.found = true;
        match.span.begin = static_cast<std::uint32_t>(text().size());
        const std::vector<FormCell>& cells = cells_of(*draft_.form);
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (cells[i].table() == table) report().cells[i] = cell(cells[i].id);
        if (table == Table::three) stated_sums();
        match.span.end = static_cast<std::uint32_t>(text().size());
        text() += '\n';
    }

    void stated_sums() {
        for (const SumDraft& draft : draft_.sums) {
            StatedSum sum;
            sum.value = written(draft.text);
            for (const std::string& id : draft.parts) sum.parts.push_back(static_cast<CellIndex>(cell_index(*draft_.form, id)));
            const FormCell& first = cells_of(*draft_.form)[sum.parts.front()];
            const bool one_row = first.row == cells_of(*draft_.form)[sum.parts.back()].row;
            sum.of = one_row ? first.column->group : first.row->group;
            report().stated_sums.push_back(std::move(sum));
        }
    }

    CellValue cell(const std::string& id) {
        const auto found = draft_.cells.find(id);
        const CellDraft draft = found == draft_.cells.end() ? CellDraft{} : found->second;
        if (draft.absent) return {};
        CellValue value = written(draft.text);
        if (draft.unreadable) value.reading = Reading::unreadable;
        return value;
    }

    CellValue written(const std::string& figure) {
        CellValue value;
        value.span = write(figure);
        text() += '\t';
        const NumberText number = read_number(figure);
        value.reading = number.reading;
        value.value = number.value;
        value.unit = number.unit;
        value.remark = number.remark;
        return value;
    }

    void observations() {
        for (const ObservationDraft& draft : draft_.observations) {
            Observation observation;
            const Rule* rule = rule_by_id(draft.rule);
            if (!rule) continue;
            observation.rule = rule->id;
            for (const std::string& id : draft.cells) observation.cells.push_back(static_cast<std::uint16_t>(cell_index(*draft_.form, id)));
            for (const std::string& quote : draft.quotes) {
                const auto at = static_cast<std::uint32_t>(text().find(quote));
                observation.spans.push_back({at, at + static_cast<std::uint32_t>(quote.size())});
            }
            observation.details = draft.details;
            (draft_.raw ? built_.document.observations : report().observations).push_back(std::move(observation));
        }
    }

    const Draft& draft_;
    BuiltReport built_;
};

}  // namespace

Draft::Draft() {
    for (std::size_t i = 0; i < sections.size(); ++i) {
        sections[i].title = forms().back()->sections[i].title;
        sections[i].number = numerals[i];
    }
    sections[0].text = "本机关认真贯彻落实条例，全年主动公开各类信息，依申请公开工作规范有序，网站和公众号运行正常，管理和监督制度健全。";
    sections[4].text = "主动公开的意识有待加强，下一步将组织培训。";
    sections[5].text = "本年度没有收取信息处理费。";
    form = form_by_id("2021");
}

void Draft::use_form(const Form& other, int report_year) {
    form = &other;
    year = report_year;
    title = organization + std::to_string(report_year) + "年政府信息公开工作年度报告";
    period = std::pair<Date, Date>{{report_year, 1, 1}, {report_year, 12, 31}};
}

BuiltReport build(const Draft& draft) { return Builder(draft).build(); }

}  // namespace nianbao::testing
