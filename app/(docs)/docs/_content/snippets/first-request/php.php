<?php
$request = curl_init("http://localhost:3000/api/sms");
curl_setopt_array($request, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        "Authorization: Bearer " . getenv("ACTIO_TOKEN"),
        "Content-Type: application/json",
    ],
    CURLOPT_POSTFIELDS => json_encode([
        "from" => "YourBrand",
        "to" => "48732129000",
        "body" => "Your login code: 482910",
    ]),
]);
echo curl_exec($request), "\n";
