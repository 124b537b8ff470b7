/** Made for a later dpm; written without `definePlugin`, whose type knows only this one's version. */
export default { name: "later", apiVersion: 99, emit: () => [] };
