#pragma once
#include "core/form.hpp"
namespace nianbao {
/// 国办公开办函〔2021〕30号: reports on 2021 and later.
extern const Form form_2021;
}  // namespace nianbao
