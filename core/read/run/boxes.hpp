// Boxes of text as high as the text. Some fonts state a height far beyond their characters' (Noto CJK as browsers print
// it: 2.6 font sizes), so that the boxes of neighbouring lines overlap and their middles lie beside the text's.
#pragma once

#include "core/read/runs.hpp"

namespace nianbao {

/// The pages with the boxes of full-width text cut to its line. Where it stands within the box is learnt from figures
/// and Latin text that touch it ("1." before "属于国家秘密").
RunPages with_tight_boxes(RunPages pages);

}  // namespace nianbao
