// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for pictures in other sizes (these are Pillow's).
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// nearest 5x7x1 to 3x4
namespace numbers_of_nearest_5x7x1_to_3x4 {
inline constexpr std::uint8_t pixels[]{106, 166, 226, 31, 17, 77, 137, 198, 184, 244, 48, 109};
}  // namespace numbers_of_nearest_5x7x1_to_3x4
inline constexpr PillowCase nearest_5x7x1_to_3x4{
    .name = "nearest_5x7x1_to_3x4",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "nearest",
    .crop = false,
    .pixels = numbers_of_nearest_5x7x1_to_3x4::pixels,
};

// nearest 5x7x1 to 3x4 crop
namespace numbers_of_nearest_5x7x1_to_3x4_crop {
inline constexpr std::uint8_t pixels[]{106, 166, 68, 129, 17, 77, 235, 40, 184, 244, 146, 207};
}  // namespace numbers_of_nearest_5x7x1_to_3x4_crop
inline constexpr PillowCase nearest_5x7x1_to_3x4_crop{
    .name = "nearest_5x7x1_to_3x4_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "nearest",
    .crop = true,
    .pixels = numbers_of_nearest_5x7x1_to_3x4_crop::pixels,
};

// bilinear 5x7x1 to 3x4
namespace numbers_of_bilinear_5x7x1_to_3x4 {
inline constexpr std::uint8_t pixels[]{103, 143, 141, 112, 96, 143, 141, 121, 109, 149, 128, 117};
}  // namespace numbers_of_bilinear_5x7x1_to_3x4
inline constexpr PillowCase bilinear_5x7x1_to_3x4{
    .name = "bilinear_5x7x1_to_3x4",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "bilinear",
    .crop = false,
    .pixels = numbers_of_bilinear_5x7x1_to_3x4::pixels,
};

// bilinear 5x7x1 to 3x4 crop
namespace numbers_of_bilinear_5x7x1_to_3x4_crop {
inline constexpr std::uint8_t pixels[]{105, 138, 131, 149, 90, 133, 160, 115, 111, 144, 125, 144};
}  // namespace numbers_of_bilinear_5x7x1_to_3x4_crop
inline constexpr PillowCase bilinear_5x7x1_to_3x4_crop{
    .name = "bilinear_5x7x1_to_3x4_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "bilinear",
    .crop = true,
    .pixels = numbers_of_bilinear_5x7x1_to_3x4_crop::pixels,
};

// bicubic 5x7x1 to 3x4
namespace numbers_of_bicubic_5x7x1_to_3x4 {
inline constexpr std::uint8_t pixels[]{101, 144, 143, 114, 91, 147, 142, 119, 104, 148, 131, 116};
}  // namespace numbers_of_bicubic_5x7x1_to_3x4
inline constexpr PillowCase bicubic_5x7x1_to_3x4{
    .name = "bicubic_5x7x1_to_3x4",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "bicubic",
    .crop = false,
    .pixels = numbers_of_bicubic_5x7x1_to_3x4::pixels,
};

// bicubic 5x7x1 to 3x4 crop
namespace numbers_of_bicubic_5x7x1_to_3x4_crop {
inline constexpr std::uint8_t pixels[]{102, 140, 131, 154, 87, 133, 167, 110, 105, 145, 124, 147};
}  // namespace numbers_of_bicubic_5x7x1_to_3x4_crop
inline constexpr PillowCase bicubic_5x7x1_to_3x4_crop{
    .name = "bicubic_5x7x1_to_3x4_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "bicubic",
    .crop = true,
    .pixels = numbers_of_bicubic_5x7x1_to_3x4_crop::pixels,
};

// lanczos 5x7x1 to 3x4
namespace numbers_of_lanczos_5x7x1_to_3x4 {
inline constexpr std::uint8_t pixels[]{105, 142, 146, 119, 88, 153, 142, 117, 102, 139, 138, 115};
}  // namespace numbers_of_lanczos_5x7x1_to_3x4
inline constexpr PillowCase lanczos_5x7x1_to_3x4{
    .name = "lanczos_5x7x1_to_3x4",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "lanczos",
    .crop = false,
    .pixels = numbers_of_lanczos_5x7x1_to_3x4::pixels,
};

// lanczos 5x7x1 to 3x4 crop
namespace numbers_of_lanczos_5x7x1_to_3x4_crop {
inline constexpr std::uint8_t pixels[]{101, 141, 137, 151, 85, 135, 169, 109, 98, 139, 130, 144};
}  // namespace numbers_of_lanczos_5x7x1_to_3x4_crop
inline constexpr PillowCase lanczos_5x7x1_to_3x4_crop{
    .name = "lanczos_5x7x1_to_3x4_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "lanczos",
    .crop = true,
    .pixels = numbers_of_lanczos_5x7x1_to_3x4_crop::pixels,
};

// box 5x7x1 to 3x4
namespace numbers_of_box_5x7x1_to_3x4 {
inline constexpr std::uint8_t pixels[]{99, 159, 140, 122, 96, 156, 137, 119, 93, 154, 135, 116};
}  // namespace numbers_of_box_5x7x1_to_3x4
inline constexpr PillowCase box_5x7x1_to_3x4{
    .name = "box_5x7x1_to_3x4",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "box",
    .crop = false,
    .pixels = numbers_of_box_5x7x1_to_3x4::pixels,
};

// box 5x7x1 to 3x4 crop
namespace numbers_of_box_5x7x1_to_3x4_crop {
inline constexpr std::uint8_t pixels[]{99, 208, 125, 171, 96, 77, 186, 40, 93, 203, 120, 165};
}  // namespace numbers_of_box_5x7x1_to_3x4_crop
inline constexpr PillowCase box_5x7x1_to_3x4_crop{
    .name = "box_5x7x1_to_3x4_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "box",
    .crop = true,
    .pixels = numbers_of_box_5x7x1_to_3x4_crop::pixels,
};

// hamming 5x7x1 to 3x4
namespace numbers_of_hamming_5x7x1_to_3x4 {
inline constexpr std::uint8_t pixels[]{97, 158, 147, 104, 89, 136, 145, 126, 112, 174, 120, 118};
}  // namespace numbers_of_hamming_5x7x1_to_3x4
inline constexpr PillowCase hamming_5x7x1_to_3x4{
    .name = "hamming_5x7x1_to_3x4",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "hamming",
    .crop = false,
    .pixels = numbers_of_hamming_5x7x1_to_3x4::pixels,
};

// hamming 5x7x1 to 3x4 crop
namespace numbers_of_hamming_5x7x1_to_3x4_crop {
inline constexpr std::uint8_t pixels[]{110, 152, 118, 158, 77, 122, 180, 95, 125, 168, 117, 157};
}  // namespace numbers_of_hamming_5x7x1_to_3x4_crop
inline constexpr PillowCase hamming_5x7x1_to_3x4_crop{
    .name = "hamming_5x7x1_to_3x4_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 3,
    .to_width = 4,
    .interpolation = "hamming",
    .crop = true,
    .pixels = numbers_of_hamming_5x7x1_to_3x4_crop::pixels,
};

// nearest 5x7x1 to 9x11
namespace numbers_of_nearest_5x7x1_to_9x11 {
inline constexpr std::uint8_t pixels[]{
    106, 106, 8, 166, 166, 68, 226, 226, 129, 31, 31, 106, 106, 8, 166, 166, 68, 226, 226, 129, 31,
    31, 189, 189, 91, 249, 249, 152, 54, 54, 212, 114, 114, 189, 189, 91, 249, 249, 152, 54, 54,
    212, 114, 114, 17, 17, 175, 77, 77, 235, 137, 137, 40, 198, 198, 100, 100, 2, 161, 161, 63, 221,
    221, 123, 25, 25, 100, 100, 2, 161, 161, 63, 221, 221, 123, 25, 25, 184, 184, 86, 244, 244, 146,
    48, 48, 207, 109, 109, 184, 184, 86, 244, 244, 146, 48, 48, 207, 109, 109,
};
}  // namespace numbers_of_nearest_5x7x1_to_9x11
inline constexpr PillowCase nearest_5x7x1_to_9x11{
    .name = "nearest_5x7x1_to_9x11",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 9,
    .to_width = 11,
    .interpolation = "nearest",
    .crop = false,
    .pixels = numbers_of_nearest_5x7x1_to_9x11::pixels,
};

// nearest 5x7x1 to 9x11 crop
namespace numbers_of_nearest_5x7x1_to_9x11_crop {
inline constexpr std::uint8_t pixels[]{
    106, 106, 8, 8, 166, 166, 68, 226, 226, 129, 129, 106, 106, 8, 8, 166, 166, 68, 226, 226, 129,
    129, 189, 189, 91, 91, 249, 249, 152, 54, 54, 212, 212, 189, 189, 91, 91, 249, 249, 152, 54, 54,
    212, 212, 17, 17, 175, 175, 77, 77, 235, 137, 137, 40, 40, 100, 100, 2, 2, 161, 161, 63, 221,
    221, 123, 123, 100, 100, 2, 2, 161, 161, 63, 221, 221, 123, 123, 184, 184, 86, 86, 244, 244,
    146, 48, 48, 207, 207, 184, 184, 86, 86, 244, 244, 146, 48, 48, 207, 207,
};
}  // namespace numbers_of_nearest_5x7x1_to_9x11_crop
inline constexpr PillowCase nearest_5x7x1_to_9x11_crop{
    .name = "nearest_5x7x1_to_9x11_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 9,
    .to_width = 11,
    .interpolation = "nearest",
    .crop = true,
    .pixels = numbers_of_nearest_5x7x1_to_9x11_crop::pixels,
};

// bicubic 5x7x1 to 9x11
namespace numbers_of_bicubic_5x7x1_to_9x11 {
inline constexpr std::uint8_t pixels[]{
    106, 50, 7, 127, 130, 61, 186, 229, 134, 59, 17, 142, 82, 34, 161, 168, 88, 144, 181, 163, 95,
    43, 198, 136, 87, 216, 230, 142, 74, 95, 208, 157, 96, 114, 125, 145, 167, 193, 203, 113, 79,
    134, 158, 167, 6, 88, 175, 92, 126, 235, 183, 104, 39, 127, 209, 47, 58, 78, 101, 118, 136, 190,
    176, 79, 81, 100, 118, 56, 7, 137, 142, 62, 163, 207, 142, 66, 16, 171, 111, 63, 190, 202, 117,
    94, 120, 185, 129, 72, 198, 142, 99, 219, 235, 153, 56, 69, 207, 166, 109,
};
}  // namespace numbers_of_bicubic_5x7x1_to_9x11
inline constexpr PillowCase bicubic_5x7x1_to_9x11{
    .name = "bicubic_5x7x1_to_9x11",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 9,
    .to_width = 11,
    .interpolation = "bicubic",
    .crop = false,
    .pixels = numbers_of_bicubic_5x7x1_to_9x11::pixels,
};

// bicubic 5x7x1 to 9x11 crop
namespace numbers_of_bicubic_5x7x1_to_9x11_crop {
inline constexpr std::uint8_t pixels[]{
    107, 68, 3, 60, 157, 109, 64, 174, 239, 169, 95, 144, 101, 30, 90, 193, 147, 88, 138, 180, 174,
    135, 199, 156, 83, 144, 248, 212, 137, 78, 75, 177, 201, 114, 121, 138, 156, 174, 200, 200, 120,
    73, 114, 148, 4, 61, 164, 141, 76, 156, 236, 190, 122, 52, 64, 47, 54, 71, 89, 108, 121, 138,
    187, 193, 108, 68, 119, 76, 4, 64, 169, 118, 63, 154, 213, 168, 106, 172, 130, 59, 119, 222,
    182, 114, 94, 107, 170, 171, 199, 160, 95, 152, 249, 219, 147, 63, 46, 167, 206,
};
}  // namespace numbers_of_bicubic_5x7x1_to_9x11_crop
inline constexpr PillowCase bicubic_5x7x1_to_9x11_crop{
    .name = "bicubic_5x7x1_to_9x11_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 9,
    .to_width = 11,
    .interpolation = "bicubic",
    .crop = true,
    .pixels = numbers_of_bicubic_5x7x1_to_9x11_crop::pixels,
};

// box 5x7x1 to 9x11
namespace numbers_of_box_5x7x1_to_9x11 {
inline constexpr std::uint8_t pixels[]{
    106, 106, 8, 166, 166, 68, 226, 226, 129, 31, 31, 106, 106, 8, 166, 166, 68, 226, 226, 129, 31,
    31, 189, 189, 91, 249, 249, 152, 54, 54, 212, 114, 114, 189, 189, 91, 249, 249, 152, 54, 54,
    212, 114, 114, 17, 17, 175, 77, 77, 235, 137, 137, 40, 198, 198, 100, 100, 2, 161, 161, 63, 221,
    221, 123, 25, 25, 100, 100, 2, 161, 161, 63, 221, 221, 123, 25, 25, 184, 184, 86, 244, 244, 146,
    48, 48, 207, 109, 109, 184, 184, 86, 244, 244, 146, 48, 48, 207, 109, 109,
};
}  // namespace numbers_of_box_5x7x1_to_9x11
inline constexpr PillowCase box_5x7x1_to_9x11{
    .name = "box_5x7x1_to_9x11",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 9,
    .to_width = 11,
    .interpolation = "box",
    .crop = false,
    .pixels = numbers_of_box_5x7x1_to_9x11::pixels,
};

// box 5x7x1 to 9x11 crop
namespace numbers_of_box_5x7x1_to_9x11_crop {
inline constexpr std::uint8_t pixels[]{
    106, 106, 8, 8, 166, 68, 68, 226, 226, 129, 129, 106, 106, 8, 8, 166, 68, 68, 226, 226, 129,
    129, 189, 189, 91, 91, 249, 152, 152, 54, 54, 212, 212, 189, 189, 91, 91, 249, 152, 152, 54, 54,
    212, 212, 17, 17, 175, 175, 77, 235, 235, 137, 137, 40, 40, 100, 100, 2, 2, 161, 63, 63, 221,
    221, 123, 123, 100, 100, 2, 2, 161, 63, 63, 221, 221, 123, 123, 184, 184, 86, 86, 244, 146, 146,
    48, 48, 207, 207, 184, 184, 86, 86, 244, 146, 146, 48, 48, 207, 207,
};
}  // namespace numbers_of_box_5x7x1_to_9x11_crop
inline constexpr PillowCase box_5x7x1_to_9x11_crop{
    .name = "box_5x7x1_to_9x11_crop",
    .height = 5,
    .width = 7,
    .channels = 1,
    .salt = 43924u,
    .to_height = 9,
    .to_width = 11,
    .interpolation = "box",
    .crop = true,
    .pixels = numbers_of_box_5x7x1_to_9x11_crop::pixels,
};

// nearest 7x6x3 to 4x5
namespace numbers_of_nearest_7x6x3_to_4x5 {
inline constexpr std::uint8_t pixels[]{
    106, 8, 166, 68, 226, 129, 249, 152, 54, 212, 114, 17, 175, 77, 235, 169, 72, 230, 132, 34, 192,
    57, 216, 118, 20, 178, 80, 239, 141, 43, 233, 135, 38, 196, 98, 0, 121, 23, 182, 84, 242, 144,
    46, 205, 107, 41, 199, 101, 4, 162, 64, 185, 87, 245, 148, 50, 208, 110, 12, 171,
};
}  // namespace numbers_of_nearest_7x6x3_to_4x5
inline constexpr PillowCase nearest_7x6x3_to_4x5{
    .name = "nearest_7x6x3_to_4x5",
    .height = 7,
    .width = 6,
    .channels = 3,
    .salt = 43924u,
    .to_height = 4,
    .to_width = 5,
    .interpolation = "nearest",
    .crop = false,
    .pixels = numbers_of_nearest_7x6x3_to_4x5::pixels,
};

// nearest 7x6x3 to 4x5 crop
namespace numbers_of_nearest_7x6x3_to_4x5_crop {
inline constexpr std::uint8_t pixels[]{
    137, 40, 198, 100, 2, 161, 25, 184, 86, 244, 146, 48, 207, 109, 11, 169, 72, 230, 132, 34, 192,
    57, 216, 118, 20, 178, 80, 239, 141, 43, 201, 103, 6, 164, 66, 224, 89, 247, 150, 52, 210, 112,
    14, 173, 75, 233, 135, 38, 196, 98, 0, 121, 23, 182, 84, 242, 144, 46, 205, 107,
};
}  // namespace numbers_of_nearest_7x6x3_to_4x5_crop
inline constexpr PillowCase nearest_7x6x3_to_4x5_crop{
    .name = "nearest_7x6x3_to_4x5_crop",
    .height = 7,
    .width = 6,
    .channels = 3,
    .salt = 43924u,
    .to_height = 4,
    .to_width = 5,
    .interpolation = "nearest",
    .crop = true,
    .pixels = numbers_of_nearest_7x6x3_to_4x5_crop::pixels,
};

// bilinear 7x6x3 to 4x5
namespace numbers_of_bilinear_7x6x3_to_4x5 {
inline constexpr std::uint8_t pixels[]{
    114, 46, 175, 72, 151, 132, 96, 188, 90, 191, 145, 47, 197, 102, 109, 164, 66, 168, 122, 90,
    182, 79, 201, 140, 69, 194, 97, 149, 152, 54, 182, 124, 42, 180, 82, 122, 137, 75, 198, 94, 154,
    155, 51, 199, 112, 52, 174, 76, 143, 132, 77, 187, 89, 180, 144, 54, 204, 101, 102, 162,
};
}  // namespace numbers_of_bilinear_7x6x3_to_4x5
inline constexpr PillowCase bilinear_7x6x3_to_4x5{
    .name = "bilinear_7x6x3_to_4x5",
    .height = 7,
    .width = 6,
    .channels = 3,
    .salt = 43924u,
    .to_height = 4,
    .to_width = 5,
    .interpolation = "bilinear",
    .crop = false,
    .pixels = numbers_of_bilinear_7x6x3_to_4x5::pixels,
};

// bilinear 7x6x3 to 4x5 crop
namespace numbers_of_bilinear_7x6x3_to_4x5_crop {
inline constexpr std::uint8_t pixels[]{
    129, 32, 190, 87, 80, 147, 44, 203, 105, 166, 160, 62, 215, 117, 19, 161, 64, 222, 119, 112,
    179, 76, 235, 137, 33, 192, 94, 192, 149, 51, 193, 95, 53, 151, 53, 211, 108, 138, 169, 65, 223,
    126, 22, 181, 83, 225, 127, 30, 182, 85, 78, 140, 42, 201, 97, 164, 158, 54, 213, 115,
};
}  // namespace numbers_of_bilinear_7x6x3_to_4x5_crop
inline constexpr PillowCase bilinear_7x6x3_to_4x5_crop{
    .name = "bilinear_7x6x3_to_4x5_crop",
    .height = 7,
    .width = 6,
    .channels = 3,
    .salt = 43924u,
    .to_height = 4,
    .to_width = 5,
    .interpolation = "bilinear",
    .crop = true,
    .pixels = numbers_of_bilinear_7x6x3_to_4x5_crop::pixels,
};

// lanczos 7x6x3 to 4x5
namespace numbers_of_lanczos_7x6x3_to_4x5 {
inline constexpr std::uint8_t pixels[]{
    116, 28, 188, 59, 163, 126, 83, 200, 87, 217, 129, 33, 212, 93, 115, 175, 54, 174, 124, 63, 199,
    66, 233, 134, 48, 209, 96, 158, 143, 35, 195, 133, 11, 197, 77, 126, 138, 49, 226, 87, 169, 145,
    29, 223, 112, 26, 182, 79, 146, 142, 51, 204, 88, 194, 145, 31, 217, 106, 101, 159,
};
}  // namespace numbers_of_lanczos_7x6x3_to_4x5
inline constexpr PillowCase lanczos_7x6x3_to_4x5{
    .name = "lanczos_7x6x3_to_4x5",
    .height = 7,
    .width = 6,
    .channels = 3,
    .salt = 43924u,
    .to_height = 4,
    .to_width = 5,
    .interpolation = "lanczos",
    .crop = false,
    .pixels = numbers_of_lanczos_7x6x3_to_4x5::pixels,
};

// lanczos 7x6x3 to 4x5 crop
namespace numbers_of_lanczos_7x6x3_to_4x5_crop {
inline constexpr std::uint8_t pixels[]{
    133, 17, 194, 96, 71, 150, 19, 228, 104, 174, 151, 59, 230, 113, 15, 165, 49, 226, 121, 103,
    181, 79, 255, 137, 18, 183, 91, 203, 145, 47, 197, 105, 42, 153, 31, 226, 108, 138, 165, 63,
    245, 123, 18, 171, 79, 229, 131, 15, 185, 94, 69, 139, 17, 226, 95, 172, 149, 50, 228, 111,
};
}  // namespace numbers_of_lanczos_7x6x3_to_4x5_crop
inline constexpr PillowCase lanczos_7x6x3_to_4x5_crop{
    .name = "lanczos_7x6x3_to_4x5_crop",
    .height = 7,
    .width = 6,
    .channels = 3,
    .salt = 43924u,
    .to_height = 4,
    .to_width = 5,
    .interpolation = "lanczos",
    .crop = true,
    .pixels = numbers_of_lanczos_7x6x3_to_4x5_crop::pixels,
};

// nearest 6x7x4 to 5x4
namespace numbers_of_nearest_6x7x4_to_5x4 {
inline constexpr std::uint8_t pixels[]{
    106, 8, 166, 68, 91, 249, 152, 54, 77, 235, 137, 40, 63, 221, 123, 25, 184, 86, 244, 146, 169,
    72, 230, 132, 155, 57, 216, 118, 141, 43, 201, 103, 84, 242, 144, 46, 69, 228, 130, 32, 55, 213,
    116, 18, 41, 199, 101, 4, 162, 64, 222, 124, 148, 50, 208, 110, 133, 35, 194, 96, 119, 21, 179,
    82, 240, 142, 44, 203, 226, 128, 30, 188, 211, 114, 16, 174, 197, 99, 2, 160,
};
}  // namespace numbers_of_nearest_6x7x4_to_5x4
inline constexpr PillowCase nearest_6x7x4_to_5x4{
    .name = "nearest_6x7x4_to_5x4",
    .height = 6,
    .width = 7,
    .channels = 4,
    .salt = 43924u,
    .to_height = 5,
    .to_width = 4,
    .interpolation = "nearest",
    .crop = false,
    .pixels = numbers_of_nearest_6x7x4_to_5x4::pixels,
};

// nearest 6x7x4 to 5x4 crop
namespace numbers_of_nearest_6x7x4_to_5x4_crop {
inline constexpr std::uint8_t pixels[]{
    226, 129, 31, 189, 91, 249, 152, 54, 212, 114, 17, 175, 77, 235, 137, 40, 48, 207, 109, 11, 169,
    72, 230, 132, 34, 192, 95, 253, 155, 57, 216, 118, 205, 107, 9, 167, 69, 228, 130, 32, 190, 93,
    251, 153, 55, 213, 116, 18, 27, 185, 87, 245, 148, 50, 208, 110, 12, 171, 73, 231, 133, 35, 194,
    96, 105, 7, 165, 67, 226, 128, 30, 188, 90, 249, 151, 53, 211, 114, 16, 174,
};
}  // namespace numbers_of_nearest_6x7x4_to_5x4_crop
inline constexpr PillowCase nearest_6x7x4_to_5x4_crop{
    .name = "nearest_6x7x4_to_5x4_crop",
    .height = 6,
    .width = 7,
    .channels = 4,
    .salt = 43924u,
    .to_height = 5,
    .to_width = 4,
    .interpolation = "nearest",
    .crop = true,
    .pixels = numbers_of_nearest_6x7x4_to_5x4_crop::pixels,
};

// hamming 6x7x4 to 5x4
namespace numbers_of_hamming_6x7x4_to_5x4 {
inline constexpr std::uint8_t pixels[]{
    186, 87, 83, 116, 164, 162, 79, 99, 157, 146, 63, 89, 160, 121, 32, 86, 126, 104, 188, 107, 140,
    122, 149, 152, 117, 122, 130, 160, 90, 121, 111, 153, 83, 139, 77, 132, 206, 131, 99, 120, 198,
    115, 106, 108, 188, 92, 106, 96, 95, 136, 129, 157, 90, 119, 143, 135, 111, 105, 136, 123, 202,
    105, 115, 121, 203, 118, 71, 149, 201, 132, 53, 144, 189, 129, 38, 132, 182, 116, 27, 112,
};
}  // namespace numbers_of_hamming_6x7x4_to_5x4
inline constexpr PillowCase hamming_6x7x4_to_5x4{
    .name = "hamming_6x7x4_to_5x4",
    .height = 6,
    .width = 7,
    .channels = 4,
    .salt = 43924u,
    .to_height = 5,
    .to_width = 4,
    .interpolation = "hamming",
    .crop = false,
    .pixels = numbers_of_hamming_6x7x4_to_5x4::pixels,
};

// hamming 6x7x4 to 5x4 crop
namespace numbers_of_hamming_6x7x4_to_5x4_crop {
inline constexpr std::uint8_t pixels[]{
    226, 130, 31, 178, 99, 224, 159, 59, 195, 120, 24, 180, 90, 204, 147, 45, 100, 81, 163, 28, 193,
    95, 174, 149, 40, 177, 100, 214, 181, 81, 158, 135, 177, 79, 71, 128, 223, 162, 63, 121, 165,
    67, 225, 114, 219, 142, 45, 107, 55, 172, 74, 228, 142, 65, 202, 93, 40, 158, 101, 214, 129, 41,
    190, 79, 91, 42, 150, 78, 224, 125, 36, 183, 75, 231, 131, 64, 208, 111, 22, 169,
};
}  // namespace numbers_of_hamming_6x7x4_to_5x4_crop
inline constexpr PillowCase hamming_6x7x4_to_5x4_crop{
    .name = "hamming_6x7x4_to_5x4_crop",
    .height = 6,
    .width = 7,
    .channels = 4,
    .salt = 43924u,
    .to_height = 5,
    .to_width = 4,
    .interpolation = "hamming",
    .crop = true,
    .pixels = numbers_of_hamming_6x7x4_to_5x4_crop::pixels,
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const PillowCase* pillow_cases[]{
    &nearest_5x7x1_to_3x4, &nearest_5x7x1_to_3x4_crop, &bilinear_5x7x1_to_3x4,
    &bilinear_5x7x1_to_3x4_crop, &bicubic_5x7x1_to_3x4, &bicubic_5x7x1_to_3x4_crop,
    &lanczos_5x7x1_to_3x4, &lanczos_5x7x1_to_3x4_crop, &box_5x7x1_to_3x4, &box_5x7x1_to_3x4_crop,
    &hamming_5x7x1_to_3x4, &hamming_5x7x1_to_3x4_crop, &nearest_5x7x1_to_9x11,
    &nearest_5x7x1_to_9x11_crop, &bicubic_5x7x1_to_9x11, &bicubic_5x7x1_to_9x11_crop,
    &box_5x7x1_to_9x11, &box_5x7x1_to_9x11_crop, &nearest_7x6x3_to_4x5, &nearest_7x6x3_to_4x5_crop,
    &bilinear_7x6x3_to_4x5, &bilinear_7x6x3_to_4x5_crop, &lanczos_7x6x3_to_4x5,
    &lanczos_7x6x3_to_4x5_crop, &nearest_6x7x4_to_5x4, &nearest_6x7x4_to_5x4_crop,
    &hamming_6x7x4_to_5x4, &hamming_6x7x4_to_5x4_crop,
};

}  // namespace keras
