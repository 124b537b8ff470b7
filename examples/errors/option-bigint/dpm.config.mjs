export default {
  targets: { nginx: { max_failures: 5n } },
};
