// The results as nlohmann's values, members in the order they are put.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace nianbao {

using Json = nlohmann::ordered_json;

/// An object whose members all have different names. nlohmann's own ways to add one look the name up first, member by
/// member; for 200 cells that was most of the time a result took to write.
class JsonObject {
public:
    explicit JsonObject(std::size_t expected_members) { members_.reserve(expected_members); }

    JsonObject& put(std::string_view name, Json value) {
        members_.Container::emplace_back(std::string(name), std::move(value));
        return *this;
    }
    JsonObject& put(std::string_view name, std::string value) { return put(name, Json(std::move(value))); }
    JsonObject& put(std::string_view name, std::string_view value) { return put(name, Json(std::string(value))); }
    JsonObject& put(std::string_view name, JsonObject value) { return put(name, value.take()); }

    /// The value; leaves this empty.
    Json take() { return Json(std::move(members_)); }

private:
    Json::object_t members_;
};

/// One line; bytes that are no UTF-8 become U+FFFD.
inline std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace nianbao
