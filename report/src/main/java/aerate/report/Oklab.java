package aerate.report;

/** From OKLab to sRGB (Ottosson 2020; sRGB's curve from IEC 61966-2-1). */
final class Oklab {
    private Oklab() {}

    /**
     * The sRGB colour of the given lightness and hue; where the screen has none, chroma gives way.
     *
     * @param lightness in {@code [0, 1]}
     * @param a green to red
     * @param b blue to yellow
     * @return {@code 0xRRGGBB}
     */
    static int rgb(double lightness, double a, double b) {
        double chroma = 1;
        double[] linear = linear(lightness, a, b);
        while (outside(linear)) {
            chroma *= 0.99;
            linear = linear(lightness, a * chroma, b * chroma);
        }
        return encode(linear[0]) << 16 | encode(linear[1]) << 8 | encode(linear[2]);
    }

    private static double[] linear(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean outside(double[] linear) {
        for (double part : linear) {
            if (part < -1e-6 || part > 1 + 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static int encode(double linear) {
        double light = Math.max(0, Math.min(1, linear));
        double curved = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(curved * 255);
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
