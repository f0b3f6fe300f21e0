#pragma once
#include "core/form.hpp"
namespace nianbao {
/// 国办公开办函〔2019〕60号 (试行): reports on 2019 and 2020.
extern const Form form_2019;
}  // namespace nianbao
