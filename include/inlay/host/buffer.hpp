// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_BUFFER_HPP
#define INLAY_HOST_BUFFER_HPP
// Memory on the heap for numbers, aligned for every SIMD register.

#include <inlay/config.hpp>

#include <cstddef>
#include <new>
#include <span>
#include <utility>

namespace inlay::INLAY_ABI {

/// A block of `size` numbers, zeros at first, at a multiple of 64 bytes; a value. It does not grow,
/// which makes it a fraction of a vector for the compiler.
template <class Scalar>
class Buffer {
public:
    Buffer() = default;

    explicit Buffer(std::size_t size) : size_(size) {
        if (size == 0) return;
        data_ = static_cast<Scalar*>(::operator new(size * sizeof(Scalar), alignment));
        for (std::size_t k = 0; k < size; ++k) data_[k] = Scalar{};
    }

    Buffer(const Buffer& other) : Buffer(other.size_) {
        for (std::size_t k = 0; k < size_; ++k) data_[k] = other.data_[k];
    }

    Buffer(Buffer&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

    Buffer& operator=(Buffer other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        return *this;
    }

    /// A block of more numbers, which begins with these.
    Buffer longer(std::size_t size) const {
        Buffer more(size);
        for (std::size_t k = 0; k < size_; ++k) more.data_[k] = data_[k];
        return more;
    }

    ~Buffer() { ::operator delete(data_, alignment); }

    Scalar* data() { return data_; }
    const Scalar* data() const { return data_; }
    std::size_t size() const { return size_; }
    Scalar& operator[](std::size_t k) { return data_[k]; }
    const Scalar& operator[](std::size_t k) const { return data_[k]; }
    std::span<Scalar> span() { return {data_, size_}; }
    std::span<const Scalar> span() const { return {data_, size_}; }

private:
    static constexpr std::align_val_t alignment{64};

    Scalar* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_BUFFER_HPP
