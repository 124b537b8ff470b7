export default {
  tragets: { nginx: {} },
};
