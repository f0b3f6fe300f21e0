#include "core/read/run/boxes.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/read/run/measure.hpp"
#include "core/text/fold.hpp"

namespace nianbao {

namespace {

constexpr double line_height = 1.16, too_high = 1.7;  ///< font sizes
constexpr std::size_t most_pairs = 2000, most_ahead = 40;

/// The font size of full-width text in a line, or 0 for any other text: quotes may come in a Latin font.
double wide_size(const Run& run) {
    std::size_t wide = 0, narrow = 0;
    bool ideographs = false;
    for (std::size_t at = 0; at < run.text.size();) {
        const CodePoint c = decode_at(run.text, at);
        ++(c.value < 0x1100 ? narrow : wide);
        ideographs = ideographs || c.value >= 0x2E80;
        at += c.length;
    }
    if (!ideographs) return 0;
    return run.width / (static_cast<double>(wide) + static_cast<double>(narrow) / 2);
}

/// Too high for its characters, but no text written downwards: that is much higher than one of them.
bool is_loose(const Run& run, double size) { return size > 4 && run.height > too_high * size && run.height < 3.2 * size; }

bool is_narrow(const Run& run) {
    return std::all_of(run.text.begin(), run.text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) && run.height < 1.5 * run.width * static_cast<double>(run.text.size());
}

}  // namespace

RunPages with_tight_boxes(RunPages pages) {
    std::vector<double> offsets;
    for (const RunPage& page : pages.pages) {
        for (std::size_t at = 0; at < page.runs.size() && offsets.size() < most_pairs; ++at) {
            const Run& run = page.runs[at];
            const double size = wide_size(run);
            if (!is_loose(run, size)) continue;
            const std::size_t begin = at > most_ahead ? at - most_ahead : 0, end = std::min(page.runs.size(), at + most_ahead);
            for (std::size_t other = begin; other < end; ++other) {
                const Run& near = page.runs[other];
                const double gap = std::min(std::fabs(near.right() - run.x), std::fabs(near.x - run.right()));
                const double offset = (near.centre_y() - run.centre_y()) / size;
                if (other != at && gap < 0.1 * size && std::fabs(offset) < 0.7 && is_narrow(near) && near.height < too_high * size) offsets.push_back(offset);
            }
        }
    }
    const double offset = median(std::move(offsets));
    for (RunPage& page : pages.pages) {
        for (Run& run : page.runs) {
            const double size = wide_size(run);
            if (!is_loose(run, size)) continue;
            const double centre = run.centre_y() + offset * size;
            run.height = line_height * size;
            run.y = centre - run.height / 2;
        }
    }
    return pages;
}

}  // namespace nianbao
