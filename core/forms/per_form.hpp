// What is derived from a form, made once for each.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/form.hpp"

namespace nianbao {

/// One T for every form. Keep it in a static of the function that hands it out: it is filled when that is first called.
template <class T>
class PerForm {
public:
    /// `make(form)` gives a T.
    template <class Make>
    explicit PerForm(Make make) {
        for (const Form* form : forms()) made_.push_back(std::make_unique<const T>(make(*form)));
    }

    const T& of(const Form& form) const {
        for (std::size_t i = 0; i < made_.size(); ++i)
            if (forms()[i] == &form) return *made_[i];
        return *made_.back();
    }

private:
    std::vector<std::unique_ptr<const T>> made_;  ///< what points into a T stays valid
};

}  // namespace nianbao
