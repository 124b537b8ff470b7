export default {
  get targets() {
    throw new Error("NGINX_VERSION is not set");
  },
};
