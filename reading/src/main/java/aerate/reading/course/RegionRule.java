package aerate.reading.course;

import aerate.reading.heatmap.HeatMap;

/**
 * How a heat map becomes a region: its hot part, widened, with a soft rim. Lengths are in 64ths of a film's side.
 *
 * @param threshold share of the greatest evidence from which a pixel is hot, in (0, 1]
 * @param dilation how far the hot part is widened, at least 0
 * @param sigma of the Gaussian that softens its rim, at least 0; the rim ends after 3 sigma
 */
public record RegionRule(double threshold, double dilation, double sigma) {
    /**
     * Of the thresholds 0.4 to 0.7, dilations 0 to 2 and rims 1 to 1.5 tried on 16 sick phantoms
     * (none of the demo's), this came nearest to the healthy twins.
     */
    public static final RegionRule DEFAULT = new RegionRule(0.7, 1, 1);

    private static final double UNIT = 64;
    private static final double GREATEST_SHARE = 0.8; // of a film
    private static final double RISE = 0.05; // of the threshold, at a time

    public RegionRule {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("region.threshold must be in (0, 1], was " + threshold);
        }
        if (!(dilation >= 0 && dilation <= 1000)) {
            throw new IllegalArgumentException("region.dilation must be in [0, 1000], was " + dilation);
        }
        if (!(sigma >= 0 && sigma <= 1000)) {
            throw new IllegalArgumentException("region.sigma must be in [0, 1000], was " + sigma);
        }
    }

    /**
     * The region of a map; its greatest weight is 1, unless the map is flat: then all are 0. Where it would reach more than
     * {@value #GREATEST_SHARE} of the film, less of the map counts as hot: a film changed everywhere is nobody's any more.
     */
    public Region region(HeatMap map, int width, int height) {
        float[] heat = map.evidence(width, height);
        Region region = region(heat, width, height, threshold);
        for (double higher = threshold + RISE; higher <= 1 && region.share() > GREATEST_SHARE; higher += RISE) {
            region = region(heat, width, height, higher);
        }
        return region;
    }

    private Region region(float[] heat, int width, int height, double share) {
        float hottest = greatest(heat); // below 1 where resizing cut the peak off
        float[] hot = new float[heat.length];
        if (hottest > 0) {
            Stencil disc = Stencil.disc(dilation * width / UNIT);
            for (int i = 0; i < heat.length; i++) {
                if (heat[i] >= share * hottest) {
                    disc.mark(hot, width, height, i % width, i / width);
                }
            }
        }
        float[] soft = Blur.gaussian(hot, width, height, sigma * width / UNIT);
        float most = greatest(soft); // below 1 where the hot part is smaller than the window
        for (int i = 0; i < soft.length && most > 0; i++) {
            soft[i] /= most;
        }
        return Region.of(width, height, soft);
    }

    private static float greatest(float[] values) {
        float greatest = 0;
        for (float value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }
}
