// The whole check of a report beside ICU's NFKC of the same bytes, and how both grow. Google Benchmark.
//
// usage: bench_check [--benchmark_…]        the measurements
//        bench_check --write FOLDER         the same reports as files, for the module: report.txt, report.html, 10.txt, 100.txt
#include <benchmark/benchmark.h>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "core/check/locate.hpp"
#include "core/match/match.hpp"
#include "core/nianbao.hpp"
#include "core/read/read.hpp"
#include "tests/support/layouts.hpp"

namespace {

using namespace nianbao;

testing::Filled filled_form() {
    testing::Random random(2021);
    return testing::random_filled(*form_by_id("2021"), random, testing::Size::small);
}

/// 12 KB of report: section one is drawn out with paragraphs of the usual kind.
std::string report_text() {
    constexpr std::size_t wanted = 12 * 1024;
    constexpr std::string_view before = "\n二、";
    constexpr std::string_view paragraphs[] = {
        "坚持以公开为常态、不公开为例外，严格落实公开前审查，及时公开规划计划、行政许可、财政预决算和重大项目等信息，回应社会关切。\n",
        "完善依申请公开办理流程，规范登记、审核、办理、答复和归档各个环节，明确责任科室和办理时限，加强与申请人的沟通。\n",
        "加强门户网站专栏建设，优化栏目设置和检索功能，定期清理失效文件，做好政策解读，运用图解、问答等方式提高解读质量。\n",
        "健全监督保障机制，明确分管领导和专职人员，组织业务培训，将政府信息公开工作纳入年度考核，主动接受社会评议。\n"};
    std::string text = testing::render_pipes(filled_form());
    std::string more;
    for (std::size_t i = 0; text.size() + more.size() < wanted; ++i) more += paragraphs[i % std::size(paragraphs)];
    const std::size_t place = text.find(before);
    return text.insert(place == std::string::npos ? 0 : place + 1, more);
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

void nfkc(benchmark::State& state) {
    const std::string text = repeated(report_text(), static_cast<int>(state.range(0)));
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKCInstance(error);
    for (auto _ : state) {
        std::string out;
        icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
        normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, error);
        benchmark::DoNotOptimize(out);
    }
}

/// Out of UTF-8, normalised, and back: what a program does that holds its text as UTF-16.
void nfkc_utf16(benchmark::State& state) {
    const std::string text = report_text();
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKCInstance(error);
    for (auto _ : state) {
        std::string out;
        normalizer->normalize(icu::UnicodeString::fromUTF8(text), error).toUTF8String(out);
        benchmark::DoNotOptimize(out);
    }
}

void whole(benchmark::State& state, const std::string& text) {
    for (auto _ : state) {
        std::string json = to_json(check(text, {}));
        benchmark::DoNotOptimize(json);
    }
}
void whole_check(benchmark::State& state) { whole(state, repeated(report_text(), static_cast<int>(state.range(0)))); }
void whole_check_html(benchmark::State& state) { whole(state, testing::render_page_html(filled_form())); }

// Where the time of a whole check goes.
void stage_read(benchmark::State& state) {
    const std::string text = report_text();
    for (auto _ : state) benchmark::DoNotOptimize(read(text, {}));
}
void stage_match(benchmark::State& state) {
    const Document document = read(report_text(), {});
    for (auto _ : state) benchmark::DoNotOptimize(match(document));
}
void stage_rules(benchmark::State& state) {
    const Document document = read(report_text(), {});
    const Report report = match(document);
    for (auto _ : state) benchmark::DoNotOptimize(findings_of({document, report}));
}
void stage_write(benchmark::State& state) {
    const Result result = check(report_text(), {});
    for (auto _ : state) benchmark::DoNotOptimize(to_json(result));
}

BENCHMARK(nfkc)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(nfkc_utf16);
BENCHMARK(whole_check)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(whole_check_html);
BENCHMARK(stage_read);
BENCHMARK(stage_match);
BENCHMARK(stage_rules);
BENCHMARK(stage_write);

bool write_file(const std::string& path, const std::string& bytes) {
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (!file) return false;
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    return std::fclose(file) == 0 && written;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--write") {
        const std::string folder = argv[2];
        const bool written = write_file(folder + "/report.txt", report_text()) && write_file(folder + "/10.txt", repeated(report_text(), 10)) &&
                             write_file(folder + "/100.txt", repeated(report_text(), 100)) &&
                             write_file(folder + "/report.html", testing::render_page_html(filled_form()));
        return written ? 0 : 1;
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
