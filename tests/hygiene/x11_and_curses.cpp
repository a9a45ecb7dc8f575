// SPDX-License-Identifier: MIT
// Beside headers that define macros and names of everyday words.
#if __has_include(<X11/Xlib.h>)
#include <X11/Xlib.h>
#endif
#if __has_include(<curses.h>)
#include <curses.h>
#endif

#include <inlay/inlay.hpp>

using namespace inlay;

int main() {
#if __has_include(<X11/Xlib.h>)
    const Window window = None;
    if (window != None) return 1;
#endif
    Model<Sequential<Dense<2, Softmax>>, Input<3>> model;
    std::vector<float> in(3), out(2);
    return model.forward(in, out) ? 0 : 1;
}
