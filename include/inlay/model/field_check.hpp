// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_FIELD_CHECK_HPP
#define INLAY_MODEL_FIELD_CHECK_HPP

#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/train/common_fields.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

INLAY_COLD void refuse_field(std::string_view optimizer, const FieldMistake& mistake);

/// An Error where a common field of an optimizer means nothing.
template <class Optimizer>
void check_fields(const Optimizer& optimizer) {
    if (const FieldMistake mistake = mistake_in_fields(optimizer); !mistake.field.empty())
        refuse_field(Optimizer::name, mistake);
}

#if INLAY_BODIES

INLAY_BODY void refuse_field(std::string_view optimizer, const FieldMistake& mistake) {
    fail(Text() << optimizer << ": " << mistake.field << " is " << readable(mistake.value)
                << " but needs to be " << mistake.wanted);
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_FIELD_CHECK_HPP
