// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_TERMINATE_ON_NAN_HPP
#define INLAY_MODEL_CALLBACK_TERMINATE_ON_NAN_HPP

#include <inlay/host/error.hpp>
#include <inlay/host/python_text.hpp>
#include <inlay/model/callback/monitor.hpp>
#include <inlay/model/session.hpp>

namespace inlay::INLAY_ABI {

/// Ends a training whose loss is no number any more, or infinite (Keras's TerminateOnNaN).
struct TerminateOnNaN {
    bool raise_error = false;  ///< an Error in place of an end

    INLAY_COLD void on_batch_end(Batch& batch);
};

#if INLAY_BODIES

INLAY_BODY void TerminateOnNaN::on_batch_end(Batch& batch) {
    const double loss = batch.logs["loss"];
    if (loss - loss == 0) return;
    if (raise_error)
        fail(Text() << "TerminateOnNaN: the loss is " << python_number(loss) << " after batch "
                    << batch.number << " of epoch " << batch.epoch + 1);
    print_line(Text() << "Batch " << batch.number << ": Invalid loss, terminating training");
    batch.stop_training();
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::TerminateOnNaN;
}  // namespace inlay

#endif  // INLAY_MODEL_CALLBACK_TERMINATE_ON_NAN_HPP
