const targets: Record<string, object> = {};

throw new Error("no idea which targets");

export default { targets };
