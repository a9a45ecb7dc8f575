// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_HPP
#define INLAY_PLOT_HPP
// Pictures as SVG and PNG. Opt-in: it needs no library, but only programs that draw compile it, and
// it is not part of the single header.

#include <inlay/config.hpp>

#include <inlay/macros_aside.hpp>

#include <inlay/plot/activations.hpp>
#include <inlay/plot/confusion.hpp>
#include <inlay/plot/curves.hpp>
#include <inlay/plot/filters.hpp>
#include <inlay/plot/history.hpp>
#include <inlay/plot/images.hpp>
#include <inlay/plot/model.hpp>
#include <inlay/plot/report.hpp>
#include <inlay/plot/weights.hpp>

#include <inlay/macros_back.hpp>

#endif  // INLAY_PLOT_HPP
