// Checks the code that a person entered. Only "approved" proves the number.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type check struct {
	Status any    `json:"status"`
	Detail string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(map[string]string{"code": "123456"})
	if err != nil {
		log.Fatal(err)
	}
	id := "ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA"
	url := "http://localhost:3000/api/verifications/" + id + "/check"
	request, err := http.NewRequest("POST", url, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var result check
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		log.Fatal(result.Detail)
	}
	fmt.Println(result.Status)
}
