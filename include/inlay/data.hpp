// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_HPP
#define INLAY_DATA_HPP
// Data sets as arrays of xtensor, and pictures. Opt-in: it needs xtensor and zlib (link with -lz,
// or inlay::data in CMake), for pictures stb_image, and is not part of the single header.

#include <inlay/config.hpp>

#include <inlay/macros_aside.hpp>

#include <inlay/data/arrays.hpp>
#include <inlay/data/cifar10.hpp>
#include <inlay/data/content.hpp>
#include <inlay/data/csv.hpp>
#include <inlay/data/datasets.hpp>
#include <inlay/data/idx.hpp>
#include <inlay/data/image_data_generator.hpp>
#include <inlay/data/image_flow.hpp>
#include <inlay/data/image_ranges.hpp>
#include <inlay/data/image_statistics.hpp>
#include <inlay/data/image_transform.hpp>
#include <inlay/data/loader_flow.hpp>
#include <inlay/data/npy.hpp>
#include <inlay/data/npz.hpp>
#include <inlay/data/to_categorical.hpp>
#include <inlay/data/whitening.hpp>
#include <inlay/data/xtensor.hpp>

#if __has_include(<stb_image_write.h>) || __has_include(<stb/stb_image_write.h>)
#include <inlay/data/image.hpp>
#include <inlay/data/image_dataset.hpp>
#include <inlay/data/load_img.hpp>
#include <inlay/data/resize.hpp>
#endif

#include <inlay/macros_back.hpp>

#endif  // INLAY_DATA_HPP
