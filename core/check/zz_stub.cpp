#include "core/check/locate.hpp"
namespace nianbao { Localisation locate(const Case&) { return {}; } }
