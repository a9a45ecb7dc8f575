// SPDX-License-Identifier: MIT
// oneDNN's own interface: one convolution or one product, weights in the layout it likes best,
// images given and answered in its layout for them. Reorders are not timed.
#include "../protocol.hpp"

#include <inlay/inlay.hpp>

#include <dnnl.hpp>

#include <cstring>
#include <map>

namespace {

using dnnl::memory;
using Tag = memory::format_tag;

/// A kernel of ../workloads/kernels.cpp. A product is a convolution of one pixel.
struct Kernel {
    long batch, size, in, window, out, padding;

    long extent() const { return size + 2 * padding - window + 1; }
};

const std::map<std::string, Kernel> kernels{
    {"conv_28x28x1_5x5_32", {16, 28, 1, 5, 32, 0}},
    {"conv_12x12x32_5x5_64", {16, 12, 32, 5, 64, 0}},
    {"conv_16x16x64_3x3_64", {16, 16, 64, 3, 64, 1}},
    {"dense_512_512", {128, 1, 512, 1, 512, 0}},
};

/// The weights of a layer, without knowing its network.
std::vector<float> tensor(const std::string& file, const std::string& end) {
    const std::vector<std::byte> bytes = inlay::INLAY_ABI::io::read_file(file);
    for (const auto& view : inlay::INLAY_ABI::io::safetensors::parse(bytes).tensors)
        if (view.name.ends_with(end)) {
            std::vector<float> values(view.bytes.size() / sizeof(float));
            std::memcpy(values.data(), view.bytes.data(), view.bytes.size());
            return values;
        }
    throw std::runtime_error("there is no " + end + " in " + file);
}

class Convolution : public Job {
public:
    Convolution(const Kernel& k, const std::string& file) : kernel_(k) {
        const auto any = [](memory::dims dims) {
            return memory::desc(dims, memory::data_type::f32, Tag::any);
        };
        const memory::dims in{k.batch, k.in, k.size, k.size};
        const memory::dims weights{k.out, k.in, k.window, k.window};
        const memory::dims out{k.batch, k.out, k.extent(), k.extent()};
        const dnnl::convolution_forward::primitive_desc best({dnnl::prop_kind::forward_inference,
                                                              dnnl::algorithm::convolution_auto,
                                                              any(in),
                                                              any(weights),
                                                              any({k.out}),
                                                              any(out),
                                                              {1, 1},
                                                              {k.padding, k.padding},
                                                              {k.padding, k.padding}},
                                                             engine_);
        convolution_ = dnnl::convolution_forward(best);
        weights_ = given(tensor(file, "kernel"), weights, Tag::hwio, best.weights_desc());
        bias_ = given(tensor(file, "bias"), {k.out}, Tag::x, best.bias_desc());
        out_ = memory(best.dst_desc(), engine_);
        const std::size_t size = static_cast<std::size_t>(k.batch * k.in * k.size * k.size);
        std::vector<float> images(size);
        for (std::size_t turn = 0; turn < ring; ++turn) {
            for (std::size_t n = 0; n < size; ++n)
                images[n] = pixel(static_cast<std::uint32_t>(turn * size + n));
            images_.push_back(given(images, in, Tag::nhwc, best.src_desc()));
        }
    }

    std::vector<float> check() override {
        turn_ = 0;
        run();
        const long size = kernel_.batch * kernel_.out * kernel_.extent() * kernel_.extent();
        std::vector<float> values(static_cast<std::size_t>(size));
        memory plain({{kernel_.batch, kernel_.out, kernel_.extent(), kernel_.extent()},
                      memory::data_type::f32,
                      Tag::nhwc},
                     engine_, values.data());
        dnnl::reorder(out_, plain).execute(stream_, out_, plain);
        stream_.wait();
        return values;
    }

    void run() override {
        convolution_.execute(stream_, {{DNNL_ARG_SRC, images_[turn_++ % ring]},
                                       {DNNL_ARG_WEIGHTS, weights_},
                                       {DNNL_ARG_BIAS, bias_},
                                       {DNNL_ARG_DST, out_}});
        stream_.wait();
    }

private:
    /// Values in a layout of ours, as oneDNN wants them.
    memory given(std::vector<float> values, const memory::dims& dims, Tag tag,
                 const memory::desc& wanted) {
        memory from({dims, memory::data_type::f32, tag}, engine_, values.data());
        memory to(wanted, engine_);
        dnnl::reorder(from, to).execute(stream_, from, to);
        stream_.wait();
        return to;
    }

    Kernel kernel_;
    dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
    dnnl::stream stream_{engine_};
    dnnl::convolution_forward convolution_;
    memory weights_, bias_, out_;
    std::vector<memory> images_;
    std::size_t turn_ = 0;
};

std::unique_ptr<Job> begin(const std::string& net, const std::string&, const std::string& file) {
    const auto found = kernels.find(net);
    if (found == kernels.end()) return nullptr;
    return std::make_unique<Convolution>(found->second, file);
}

}  // namespace

int main() {
    const dnnl_version_t& version = *dnnl::version();
    protocol::serve({.about = "oneDNN " + std::to_string(version.major) + "." +
                              std::to_string(version.minor) + "." + std::to_string(version.patch),
                     .begin = begin});
}
