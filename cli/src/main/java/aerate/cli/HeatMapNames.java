package aerate.cli;

/** What help says of the names of heat maps. */
final class HeatMapNames {
    static final String METHODS = "METHOD is cam (for a head without hidden layer), grad-cam, grad-cam++, hires-cam,"
            + " layer-cam or ablation-cam; LAYER is a stage of the network, such as denseblock3 or layer3, several are"
            + " fused; the map is averaged over VIEWS of the film.";

    private HeatMapNames() {}
}
